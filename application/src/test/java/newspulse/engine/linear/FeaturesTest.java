package newspulse.engine.linear;

import static newspulse.engine.Articles.document;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

import org.junit.jupiter.api.Test;

final class FeaturesTest {
    @Test
    void areTheSameForCapitalsAndForCurlyQuotes() {
        assertThat(all("DON'T PANIC")).isEqualTo(all("don’t panic"));
    }

    @Test
    void areTheSameForAllNumbers() {
        assertThat(all("up 20 percent")).isEqualTo(all("up 1,234.5 percent"));
    }

    @Test
    void differByTheOrderOfWords() {
        assertThat(all("dog bites man")).isNotEqualTo(all("man bites dog"));
    }

    @Test
    void tellMarks() {
        assertThat(all("really")).isNotEqualTo(all("really?"));
        assertThat(all("really?!??!")).isEqualTo(all("really?!?"));
    }

    @Test
    void sayWhereFieldsBegin() {
        Features features =
                Features.of(document("Two words", "then four words more", "one"), Grams.LETTERS);
        assertThat(features.fields()).isEqualTo(3);
        assertThat(features.fieldStart(1)).isEqualTo(2);
        assertThat(features.fieldStart(2)).isEqualTo(6);
        assertThat(features.fieldStart(3)).isEqualTo(7).isEqualTo(features.tokens());
    }

    @Test
    void areBoundedInLongTexts() {
        Features features =
                Features.of(document("Title", "word ".repeat(5_000), "more"), Grams.LETTERS);
        assertThat(features.tokens()).isEqualTo(Features.MOST_TOKENS);
        assertThat(features.fieldStart(2)).isEqualTo(Features.MOST_TOKENS);
        Features oneWord = Features.of(document("a".repeat(10_000)), Grams.LETTERS);
        assertThat(oneWord.to(0)).isLessThan(100);
    }

    @Property(tries = 500)
    void existForAnyText(@ForAll @StringLength(max = 300) String text) {
        Features features = Features.of(document(text, text), Grams.SYLLABLES);
        for (int token = 0; token < features.tokens(); token++) {
            assertThat(features.to(token)).isGreaterThan(features.from(token));
        }
        assertThat(all(text)).isEqualTo(all(text));
    }

    private static int[] all(String text) {
        Features features = Features.of(document(text), Grams.LETTERS);
        return features.buckets(0, features.tokens(), 24);
    }
}
