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
    void takesAnAddressForOneTokenThatIsNoWord() {
        String text =
                "See https://example.com/a?b=1&c=%20d, www.example.org. (HTTP://EXAMPLE.NET/x)";
        assertThat(words(text))
                .containsExactly(
                        "See",
                        "https://example.com/a?b=1&c=%20d",
                        "www.example.org",
                        "HTTP://EXAMPLE.NET/x");
        Tokens tokens = Tokenizer.tokenize(text);
        assertThat(tokens.is(1, Tokens.ADDRESS)).isTrue();
        assertThat(tokens.is(1, Tokens.LETTERS)).isFalse();
        assertThat(tokens.hash(1)).isEqualTo(tokens.hash(2)).isEqualTo(Tokens.ADDRESS_HASH);
        assertThat(tokens.is(3, Tokens.SENTENCE)).isTrue();
        assertThat(words("뉴스 https://example.com에서 본다"))
                .containsExactly("뉴스", "https://example.com", "에서", "본다");
        assertThat(words("www http:// www. wwwide"))
                .containsExactly("www", "http", "www", "wwwide");
    }

    @Test
    void takesAMailAddressForOneToken() {
        Tokens tokens = Tokenizer.tokenize("Said Karen. jane.o-hara@mail.example.com wrote");
        assertThat(tokens.count()).isEqualTo(4);
        assertThat(tokens.is(2, Tokens.ADDRESS)).isTrue();
        assertThat(tokens.is(2, Tokens.SENTENCE)).isTrue();
        assertThat(words("기자 kim@example.co.kr")).containsExactly("기자", "kim@example.co.kr");
        assertThat(words("김기자kim@example.kr me@home"))
                .containsExactly("김기자kim", "example", "kr", "me", "home");
    }

    @Test
    void knowsTagsAndMentionsByTheSignBefore() {
        Tokens tokens = Tokenizer.tokenize("#MeToo @some_body #경제 C# #1 a@b");
        assertThat(flagged(tokens, Tokens.HASHTAG)).containsExactly("MeToo", "경제");
        assertThat(flagged(tokens, Tokens.MENTION)).containsExactly("some_body");
    }

    @Test
    void knowsTheSymbolsOfShares() {
        Tokens tokens =
                Tokenizer.tokenize(
                        "$AAPL, BRK.B and 005930.KS rose; US$5 fell. In 2020.HE $ABCDEFG $5 U.S. IT.");
        assertThat(flagged(tokens, Tokens.TICKER))
                .containsExactly("AAPL", "BRK.B", "005930.KS", "2020.HE");
    }

    @Test
    void holdsNamesWithAnAndSignTogether() {
        assertThat(words("S&P and AT&T in Q&A, black&white"))
                .containsExactly("S&P", "and", "AT&T", "in", "Q&A", "black", "white");
    }

    @Test
    void readsWordsAcrossInvisibleMarks() {
        Tokens tokens = Tokenizer.tokenize("Regie\u00adrung Regierung");
        assertThat(tokens.hash(0)).isEqualTo(tokens.hash(1));
        assertThat(
                        words(
                                "می\u200cخواهم \uD83D\uDC68\u200d\uD83D\uDC69\u200d\uD83D\uDC67 1\uFE0F\u20E3"))
                .containsExactly("می\u200cخواهم", "1");
        assertThat(words("м'ята п’ять")).containsExactly("м'ята", "п’ять");
    }

    @Test
    void tiesTheWordsOfAnAge() {
        Tokens tokens = Tokenizer.tokenize("A 12-year-old won 3.2% of 1,234.5");
        assertThat(flagged(tokens, Tokens.HYPHEN)).containsExactly("year", "old");
        assertThat(flagged(tokens, Tokens.NUMBER)).containsExactly("12", "3.2", "1,234.5");
    }

    @Test
    void endsSentencesAtQuotesAndAfterAcronymsOfCapitals() {
        Tokens tokens = Tokenizer.tokenize("“It is over.” She left the EU. They stayed.\nAll");
        assertThat(flagged(tokens, Tokens.SENTENCE)).containsExactly("It", "She", "They", "All");
    }

    @Test
    void readsOneWordAndTenThousandCharacters() {
        assertThat(words("뉴스")).containsExactly("뉴스");
        assertThat(words("")).isEmpty();
        assertThat(words("word ".repeat(2_000))).hasSize(2_000);
        assertThat(words("漢".repeat(10_000))).hasSize(1);
    }

    @Test
    void holdsMoreTokensThanExpected() {
        assertThat(words("a b ".repeat(500))).hasSize(1000);
    }

    private static List<String> flagged(Tokens tokens, int flag) {
        return IntStream.range(0, tokens.count())
                .filter(i -> tokens.is(i, flag))
                .mapToObj(i -> tokens.text.substring(tokens.start(i), tokens.end(i)))
                .toList();
    }

    private static List<String> words(String text) {
        Tokens tokens = Tokenizer.tokenize(text);
        return IntStream.range(0, tokens.count())
                .mapToObj(i -> text.substring(tokens.start(i), tokens.end(i)))
                .toList();
    }
}
