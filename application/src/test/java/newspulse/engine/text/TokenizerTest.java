package newspulse.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

final class TokenizerTest {
    @Test
    void keepsContractionsAcronymsAndNumbersWhole() {
        assertThat(words("The U.S. doesn't owe $1,234.50, O'Neill's aide said."))
                .containsExactly(
                        "The", "U.S", "doesn't", "owe", "1,234.50", "O'Neill", "aide", "said");
    }

    @Test
    void leavesPossessivesOut() {
        Tokens tokens = Tokenizer.tokenize("China’s economy");
        assertThat(tokens.is(0, Tokens.POSSESSIVE)).isTrue();
        assertThat(tokens.hash(0)).isEqualTo(WordHash.of("china"));
    }

    @Test
    void separatesQuotesFromTheWordsTheyEnclose() {
        assertThat(words("the 'viral' groups'saying"))
                .containsExactly("the", "viral", "groups", "saying");
    }

    @Test
    void hashesWithoutRegardToCase() {
        Tokens tokens = Tokenizer.tokenize("OIL Oil oil ÉTAT état");
        assertThat(tokens.hash(0)).isEqualTo(tokens.hash(1)).isEqualTo(tokens.hash(2));
        assertThat(tokens.hash(3)).isEqualTo(tokens.hash(4));
    }

    @Test
    void givesSingularAndPluralOneStem() {
        Tokens tokens = Tokenizer.tokenize("market markets crisis pass");
        assertThat(tokens.stem(0)).isEqualTo(tokens.stem(1));
        assertThat(tokens.stem(2)).isEqualTo(WordHash.of("crisis"));
        assertThat(tokens.stem(3)).isEqualTo(WordHash.of("pass"));
    }

    @Test
    void beginsSentencesAfterFullStopsButNotAfterAbbreviations() {
        Tokens tokens = Tokenizer.tokenize("Mr. Smith left. He was tired");
        assertThat(IntStream.range(0, tokens.count()).filter(i -> tokens.is(i, Tokens.SENTENCE)))
                .containsExactly(0, 3);
    }

    @Test
    void marksHyphensAndNumbers() {
        Tokens tokens = Tokenizer.tokenize("covid-19 - 5g");
        assertThat(tokens.is(1, Tokens.HYPHEN)).isTrue();
        assertThat(tokens.is(1, Tokens.NUMBER)).isTrue();
        assertThat(tokens.is(2, Tokens.HYPHEN)).isFalse();
        assertThat(tokens.is(2, Tokens.NUMBER)).isFalse();
    }

    @Test
    void readsEveryScriptAndSkipsEmojiAndLoneSurrogates() {
        assertThat(words("삼성전자가 🚀 東京 \uD83D ไทย\uDC00 नमस्ते"))
                .containsExactly("삼성전자가", "東京", "ไทย", "नमस्ते");
    }

    @Test
    void holdsMoreTokensThanExpected() {
        assertThat(words("a b ".repeat(500))).hasSize(1000);
    }

    private static List<String> words(String text) {
        Tokens tokens = Tokenizer.tokenize(text);
        return IntStream.range(0, tokens.count())
                .mapToObj(i -> text.substring(tokens.start(i), tokens.end(i)))
                .toList();
    }
}
