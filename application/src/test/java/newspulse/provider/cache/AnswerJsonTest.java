package newspulse.provider.cache;

import static org.assertj.core.api.Assertions.assertThat;

import newspulse.model.Part;
import newspulse.provider.Answers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.charset.StandardCharsets;

class AnswerJsonTest {
    @ParameterizedTest
    @EnumSource(Part.class)
    void readsWhatItWrote(Part part) {
        byte[] json = AnswerJson.write(Answers.to(part));
        assertThat(AnswerJson.read(part, json)).hasValue(Answers.to(part));
    }

    @Test
    void takesNoAnswerToAnotherPart() {
        for (Part written : Part.values()) {
            for (Part read : Part.values()) {
                byte[] json = AnswerJson.write(Answers.to(written));
                assertThat(AnswerJson.read(read, json).isPresent()).isEqualTo(written == read);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SENTIMENT|",
                "SENTIMENT|null",
                "SENTIMENT|[]",
                "SENTIMENT|{\"sentiment\":\"positive\",\"score\":0.1}",
                "SENTIMENT|{\"sentiment\":\"positive\",\"score\":\"0.1\",\"confidence\":1}",
                "SENTIMENT|{\"sentiment\":\"joyful\",\"score\":0.1,\"confidence\":1}",
                "SENTIMENT|{\"sentiment\":\"positive\",\"score\":0.1,\"confidence\":1,\"x\":1}",
                "SENTIMENT|{\"sentiment\":\"positive\",\"score\":0.1,\"confidence\":1",
                "SUBJECTS|{\"subjects\":{}}",
                "SUBJECTS|{\"subjects\":[{\"subject\":\"business\",\"score\":7}]}",
                "SUBJECTS|{\"subjects\":[{\"subject\":\"magic\",\"score\":1}]}",
                "KEYWORDS|{\"keywords\":[1]}",
                "KEYWORDS|{\"keywords\":[\"a\"],\"keywords\":[\"b\"]}",
                "ENTITIES|{\"entities\":[{\"text\":\"a\"}]}",
                "ENTITIES|{\"entities\":[null]}",
            })
    void takesNothingElse(Part part, String json) {
        byte[] bytes = (json == null ? "" : json).getBytes(StandardCharsets.UTF_8);
        assertThat(AnswerJson.read(part, bytes)).isEmpty();
    }
}
