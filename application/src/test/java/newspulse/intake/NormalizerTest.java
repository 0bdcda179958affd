package newspulse.intake;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import newspulse.model.Article;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.text.Normalizer.Form;

final class NormalizerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>One</p><p>two</p>|One two",
                "AT&amp;T &lt;b&gt;rises&lt;/b&gt;|AT&T rises",
                "a<script>alert(1)</script><style>b{}</style>c|a c",
                "x &amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt; y|x y",
                "5 < 6 and 7 > 3|5 < 6 and 7 > 3",
                "&nbsp; wide &#160;&#8195; gaps |wide gaps",
                "삼성전자 &quot;호조&quot;|삼성전자 \"호조\"",
                "cafe\u0301|caf\u00e9",
                "zero\u200bwidth\ufeff and\u00ad soft|zerowidth and soft",
            })
    void leavesPlainText(String raw, String plain) {
        assertThat(Normalizer.normalize(raw)).isEqualTo(plain);
    }

    @Test
    void replacesHalfCharactersAndDropsControls() {
        assertThat(Normalizer.normalize("a\ud800b\u0000c\u0007")).isEqualTo("a\ufffdbc");
        assertThat(Normalizer.normalize("\ud83d\ude00 smile")).isEqualTo("\ud83d\ude00 smile");
    }

    @Test
    void composesWhatStoodApartOnlyBecauseOfADroppedCharacter() {
        assertThat(Normalizer.normalize("e\u200b\u0301")).isEqualTo("\u00e9");
    }

    @Test
    void settlesTextThatHidesMarkupInManyLayers() {
        String deep = "&" + "amp;".repeat(2_000) + "lt;b&" + "amp;".repeat(2_000) + "gt;";
        String once = Normalizer.normalize(deep);
        assertThat(once).doesNotContain("<");
        assertThat(Normalizer.normalize(once)).isEqualTo(once);
    }

    @Property(tries = 3_000)
    void isIdempotentBoundedAndTidy(@ForAll("texts") String raw) {
        String once = Normalizer.normalize(raw);
        assertThat(Normalizer.normalize(once)).isEqualTo(once);
        assertThat(once.length()).isLessThanOrEqualTo(raw.length() * Article.MAX_GROWTH);
        assertThat(once).isEqualTo(once.strip()).doesNotContain("  ");
        assertThat(java.text.Normalizer.isNormalized(once, Form.NFC)).isTrue();
        assertThat(once.codePoints())
                .allMatch(c ->
                        Character.getType(c) != Character.SURROGATE && !Character.isISOControl(c));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces =
                Arbitraries.of(
                        "<",
                        ">",
                        "&",
                        ";",
                        "amp;",
                        "lt;",
                        "gt;",
                        "#60;",
                        "#x3c;",
                        "<b",
                        "</p>",
                        "<script>",
                        "</script>",
                        "<!--",
                        "-->",
                        "<![CDATA[",
                        "]]>",
                        "<textarea>",
                        "<plaintext>",
                        "<svg>",
                        "<title>",
                        "<template>",
                        "<frameset>",
                        " ",
                        "\n",
                        "\u00a0",
                        "\u2028",
                        "\u200d",
                        "\u0301",
                        "\u1100",
                        "\u1161",
                        "\ufb2c",
                        "가",
                        "\ud834\udd60",
                        "\ud800",
                        "a=\"",
                        "'",
                        "0",
                        "word",
                        "\u0338",
                        "&nbsp",
                        "&copy",
                        "\u2000",
                        "\u0000");
        Arbitrary<String> anything = Arbitraries.strings().all().ofMaxLength(40);
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(
                        3, pieces.list().ofMaxSize(30).map(parts -> String.join("", parts))),
                net.jqwik.api.Tuple.of(1, anything));
    }
}
