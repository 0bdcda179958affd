package newspulse.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

import newspulse.config.ConfigurationException;
import newspulse.config.Settings;
import newspulse.model.Analysis;
import newspulse.model.Provenance;
import newspulse.model.Sentiment;
import newspulse.model.Subject;
import newspulse.model.SubjectScore;

import java.time.Instant;
import java.util.List;
import java.util.Map;

final class CascadeTest {
    @Property
    void scoresAreSharesAndOnlyRiseWithImportanceAndDoubt(
            @ForAll @DoubleRange(min = 0, max = 1) double importance,
            @ForAll @DoubleRange(min = 0, max = 1) double confidence,
            @ForAll @DoubleRange(min = 0, max = 1) double subject,
            @ForAll @DoubleRange(min = 0, max = 1) double language,
            @ForAll @DoubleRange(min = 0, max = 1) double less) {
        double score = Cascade.score(analysis(importance, confidence, subject, "en", language));
        assertThat(score).isBetween(0.0, 1.0);
        assertThat(Cascade.score(analysis(importance * less, confidence, subject, "en", language)))
                .isLessThanOrEqualTo(score);
        assertThat(
                        List.of(
                                analysis(importance, confidence * less, subject, "en", language),
                                analysis(importance, confidence, subject * less, "en", language),
                                analysis(importance, confidence, subject, "en", language * less),
                                analysis(importance, confidence, subject, "und", language)))
                .allSatisfy(more -> assertThat(Cascade.score(more)).isGreaterThanOrEqualTo(score));
    }

    @Property
    void aHigherThresholdSendsNothingOutThatALowerOneKeeps(
            @ForAll @DoubleRange(min = 0, max = 1) double importance,
            @ForAll @DoubleRange(min = 0, max = 1) double confidence,
            @ForAll @DoubleRange(min = 0, max = 1) double one,
            @ForAll @DoubleRange(min = 0, max = 1) double other) {
        Analysis local = analysis(importance, confidence, confidence, "ko", 1);
        if (new Cascade(Math.max(one, other)).sendsOut(local)) {
            assertThat(new Cascade(Math.min(one, other)).sendsOut(local)).isTrue();
        }
        assertThat(new Cascade(0).sendsOut(local)).isTrue();
    }

    @Example
    void scoresAsDocumented() {
        assertThat(Cascade.score(analysis(0.64, 0.6, 0.4, "en", 0.5)))
                .isEqualTo(0.6928, within(1e-4));
        assertThat(Cascade.score(analysis(0.64, 0.6, 0.4, "und", 0.5))).isEqualTo(0.8);
        assertThat(Cascade.score(analysis(1, 1, 1, "en", 1))).isZero();
        assertThat(Cascade.score(analysis(0, 0, 0, "und", 0))).isZero();
        Analysis silent = analysis(0.36, 0, 0, "sw", 0.99);
        assertThat(Cascade.score(silent)).isEqualTo(0.6);
        assertThat(new Cascade(0.6).sendsOut(silent)).isTrue();
        assertThat(new Cascade(0.61).sendsOut(silent)).isFalse();
    }

    @Example
    void itsThresholdIsASetting() {
        assertThat(Cascade.from(new Settings(Map.of())).minScore()).isEqualTo(0.4);
        var given = new Settings(Map.of("REFINE_MIN_SCORE", "0.75"));
        assertThat(Cascade.from(given).minScore()).isEqualTo(0.75);
        var wrong = new Settings(Map.of("REFINE_MIN_SCORE", "1.5"));
        assertThat(Cascade.from(wrong).minScore()).isEqualTo(0.4);
        assertThatThrownBy(wrong::check)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("REFINE_MIN_SCORE");
    }

    /// @param subject of the likeliest topic; 0 for none
    private static Analysis analysis(
            double importance,
            double confidence,
            double subject,
            String language,
            double languageConfidence) {
        return new Analysis(
                Sentiment.NEUTRAL,
                0,
                confidence,
                List.of(),
                language,
                languageConfidence,
                List.of(),
                subject == 0 ? List.of() : List.of(new SubjectScore(Subject.WORLD, subject)),
                importance,
                Instant.EPOCH,
                "test",
                0,
                Provenance.ALL_LOCAL);
    }
}
