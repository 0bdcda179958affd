package newspulse.engine;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import newspulse.model.Analysis;
import newspulse.model.Article;
import newspulse.model.Explanation;
import newspulse.model.Sentiment;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

final class LocalEnginePropertiesTest {
    private static final LocalEngine ENGINE = Articles.engine();
    private static final String PIECES =
            "not never n't but very killed surge record loss widens falls U.S. O'Neill's covid-19"
                    + " 1,000.5 % 5g ... — - ' ’ \" 급등 않았다 없다 안 못 우려 해소 삼성전자는 SK하이닉스가 東京 ファンド"
                    + " https://example.com/a me@example.com #경제 @some_one $AAPL 005930.KS S&P Bank of England de la"
                    + " 1\uFE0F\u20E3 a\u00adb می\u200cخواهم м'ята"
                    + " 的 了 ไทย नमस्ते العربية İstanbul ΑΣ ß ﬁ e\u0301 \uD83D\uDE00 \uD83D \uDE00 \u200d \uFFFF \uD840\uDC00";

    @Property(tries = 500)
    void obeysTheRulesForAnyText(@ForAll("articles") Article article) {
        check(ENGINE.analyze(article));
    }

    @Property(tries = 200)
    void givesEqualAnswersToEqualArticles(@ForAll("articles") Article article) {
        assertThat(ENGINE.analyze(article)).isEqualTo(ENGINE.analyze(article));
    }

    @Property(tries = 200)
    void explainsAnyTextByPiecesOfIt(@ForAll("articles") Article article) {
        Explanation explanation = ENGINE.explain(article, ENGINE.analyze(article));
        assertThat(explanation.reasons()).isNotEmpty();
        for (Explanation.Reason reason : explanation.reasons()) {
            assertThat(reason.spans())
                    .allSatisfy(span ->
                            assertThat(span.end()).isLessThanOrEqualTo(length(article, span)));
        }
    }

    private static int length(Article article, Explanation.Span span) {
        String text =
                switch (span.field()) {
                    case TITLE -> article.title();
                    case DESCRIPTION -> article.description();
                    case CONTENT -> article.content();
                };
        return text == null ? 0 : text.length();
    }

    @Property(tries = 60)
    void isNotUpsetByLongTextsWithoutASpace(@ForAll("units") String unit) {
        String content = unit.repeat(Article.MAX_CONTENT / unit.length());
        check(ENGINE.analyze(Articles.article("A title of ten", null, content)));
    }

    @Provide
    Arbitrary<String> units() {
        return Arbitraries.of(
                "a",
                "A",
                "한",
                "급등",
                "漢",
                "ア",
                ".",
                "-",
                "'",
                "’s",
                "1",
                "1.",
                "a.",
                "a-",
                "not-",
                "\uD83D",
                "\uDE00",
                "\uD83D\uDE00",
                "\u0301",
                "ß",
                "İ",
                "n't",
                "삼성전자는",
                "Of ",
                "Bank of ",
                "www.a",
                "a@b.c",
                "@",
                "#A",
                "$A",
                "A&",
                "_",
                "\uD840\uDC00");
    }

    @Provide
    Arbitrary<Article> articles() {
        return Combinators.combine(
                        texts(Article.MAX_TITLE).filter(text -> !text.isBlank()),
                        texts(Article.MAX_DESCRIPTION).injectNull(0.3),
                        texts(Article.MAX_CONTENT).injectNull(0.3))
                .as(LocalEnginePropertiesTest::article);
    }

    private static Article article(
            String title, @Nullable String description, @Nullable String content) {
        return Articles.article(title, description, content);
    }

    private static Arbitrary<String> texts(int max) {
        Arbitrary<String> anything = Arbitraries.strings().all().ofMaxLength(max);
        Arbitrary<String> pieces =
                Arbitraries.of(PIECES.split(" ", -1))
                        .list()
                        .ofMaxSize(60)
                        .map(list -> String.join(" ", list))
                        .filter(text -> text.length() <= max);
        Arbitrary<String> glued =
                Arbitraries.of(PIECES.split(" ", -1))
                        .list()
                        .ofMaxSize(20)
                        .map(list -> String.join("", list))
                        .filter(text -> text.length() <= max);
        return Arbitraries.oneOf(anything, pieces, glued);
    }

    /// What the constructor of [Analysis] does not check already.
    private static void check(Analysis analysis) {
        List<String> keywords = analysis.keywords();
        for (String keyword : keywords) {
            assertThat(keyword)
                    .isEqualTo(keyword.strip())
                    .isEqualTo(keyword.toLowerCase(Locale.ROOT));
            assertThat(keyword.codePoints().anyMatch(Character::isLetter)).isTrue();
            assertThat(keyword.codePointCount(0, keyword.length())).isBetween(2, 60);
        }
        if (analysis.sentiment() == Sentiment.UNKNOWN) {
            assertThat(analysis.sentimentScore()).isZero();
            assertThat(analysis.confidence()).isZero();
            assertThat(analysis.language()).isNotIn("en", "ko");
        }
    }
}
