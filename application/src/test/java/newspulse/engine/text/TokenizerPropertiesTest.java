package newspulse.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

final class TokenizerPropertiesTest {
    private static final String[] PIECES = {
        " ",
        ".",
        ",",
        "-",
        "'",
        "’",
        "&",
        "_",
        "@",
        "#",
        "$",
        "/",
        "://",
        "https://",
        "www.",
        "a",
        "B",
        "AB",
        "s",
        "n't",
        "U.S.",
        "S&P",
        "BRK.B",
        "1",
        "2,5",
        "005930.KS",
        "me@example.com",
        "한",
        "국",
        "漢",
        "ア",
        "ไ",
        "न",
        "م",
        "м",
        "é",
        "e\u0301",
        "\u200d",
        "\u200c",
        "\u00ad",
        "\uFE0F",
        "\uD83D\uDE00",
        "\uD83D",
        "\uDE00",
        "\uD840\uDC00",
        "\uD835\uDFCE",
        "\n"
    };

    @Property(tries = 1000)
    void tokensStandInOrderInsideTheText(@ForAll("texts") String text) {
        Tokens tokens = Tokenizer.tokenize(text);
        int before = 0;
        for (int i = 0; i < tokens.count(); i++) {
            assertThat(tokens.start(i)).isGreaterThanOrEqualTo(before);
            assertThat(tokens.end(i)).isGreaterThan(tokens.start(i));
            assertThat(splitsAPair(text, tokens.start(i))).isFalse();
            assertThat(splitsAPair(text, tokens.end(i))).isFalse();
            before = tokens.end(i);
        }
        assertThat(before).isLessThanOrEqualTo(text.length());
    }

    @Property(tries = 1000)
    void everyTokenHasALetterOrADigit(@ForAll("texts") String text) {
        Tokens tokens = Tokenizer.tokenize(text);
        for (int i = 0; i < tokens.count(); i++) {
            String word = text.substring(tokens.start(i), tokens.end(i));
            assertThat(word.codePoints().anyMatch(Character::isLetterOrDigit)).isTrue();
            assertThat(tokens.is(i, Tokens.ADDRESS | Tokens.NUMBER | Tokens.LETTERS | Tokens.DIGIT))
                    .isTrue();
        }
    }

    @Property(tries = 1000)
    void readsItsOwnTokensAgainAsTheyAre(@ForAll("texts") String text) {
        Tokens tokens = Tokenizer.tokenize(text);
        String spaced =
                IntStream.range(0, tokens.count())
                        .mapToObj(i -> text.substring(tokens.start(i), tokens.end(i)))
                        .collect(Collectors.joining(" "));
        Tokens again = Tokenizer.tokenize(spaced);
        assertThat(hashes(again)).isEqualTo(hashes(tokens));
    }

    @Property(tries = 500)
    void hashesAlikeInCapitals(@ForAll("latin") String text) {
        Tokens lower = Tokenizer.tokenize(text.toLowerCase(Locale.ROOT));
        Tokens upper = Tokenizer.tokenize(text.toUpperCase(Locale.ROOT));
        assertThat(hashes(upper)).isEqualTo(hashes(lower));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces =
                Arbitraries.of(PIECES).list().ofMaxSize(30).map(list -> String.join("", list));
        return Arbitraries.oneOf(Arbitraries.strings().all().ofMaxLength(200), pieces);
    }

    @Provide
    Arbitrary<String> latin() {
        return Arbitraries.strings().withChars("abcxyzéüñöčжщяωσ' -,").ofMaxLength(60);
    }

    private static boolean splitsAPair(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    }

    private static long[] hashes(Tokens tokens) {
        return IntStream.range(0, tokens.count()).mapToLong(tokens::hash).toArray();
    }
}
