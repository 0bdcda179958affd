package newspulse.provider;

import static org.assertj.core.api.Assertions.assertThat;

import newspulse.model.Sentiment;
import newspulse.model.Subject;
import newspulse.model.SubjectScore;

import org.junit.jupiter.api.Test;

import java.util.List;

final class PartAnswerTest {
    @Test
    void tellsFiguresWithFourDigitsAsTheLocalModelsDo() {
        assertThat(new PartAnswer.Tone(Sentiment.POSITIVE, 0.123456, 0.5761168847658291))
                .isEqualTo(new PartAnswer.Tone(Sentiment.POSITIVE, 0.1235, 0.5761));
        assertThat(new PartAnswer.Subjects(List.of(new SubjectScore(Subject.BUSINESS, 0.99999))))
                .isEqualTo(new PartAnswer.Subjects(List.of(new SubjectScore(Subject.BUSINESS, 1))));
    }
}
