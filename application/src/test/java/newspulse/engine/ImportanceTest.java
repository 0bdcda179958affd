package newspulse.engine;

import static newspulse.engine.Articles.article;
import static newspulse.engine.Articles.titled;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

import newspulse.model.Article;
import newspulse.model.Source;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

final class ImportanceTest {
    private static final String TITLE = "The city council meets to discuss a new plan";
    private static final String TEXT = "The council will talk about the plan for the town hall. ";

    private final LocalEngine engine = Articles.engine();

    @Test
    void growsWithTheText() {
        assertThat(importance(article(TITLE, TEXT, null))).isGreaterThan(importance(titled(TITLE)));
        assertThat(importance(article(TITLE, TEXT, TEXT.repeat(3))))
                .isGreaterThan(importance(article(TITLE, TEXT, null)));
        assertThat(importance(article(TITLE, TEXT, TEXT.repeat(30))))
                .isGreaterThan(importance(article(TITLE, TEXT, TEXT.repeat(3))));
    }

    @Test
    void growsWithFiguresNamesAndTone() {
        double plain = importance(article(TITLE, null, TEXT));
        assertThat(importance(article(TITLE, null, TEXT + "It costs 3,000,000.")))
                .isGreaterThan(importance(article(TITLE, null, TEXT + "It costs something.")));
        assertThat(importance(article(TITLE, null, TEXT + "So said Anna Berg of Oslo.")))
                .isGreaterThan(
                        importance(article(TITLE, null, TEXT + "so said anna berg of oslo.")));
        assertThat(importance(article(TITLE, null, TEXT + "It is a terrible, horrible tragedy.")))
                .isGreaterThan(plain);
    }

    @Test
    void growsWhenTheTitleSaysItIsBreaking() {
        assertThat(importance(titled("BREAKING: the city council meets on the plan")))
                .isGreaterThan(importance(titled("BUILDING: the city council meets on the plan")));
        assertThat(importance(titled("속보 서울시 의회 회의 개최 안내")))
                .isGreaterThan(importance(titled("소식 서울시 의회 회의 개최 안내")));
    }

    @Test
    void staysWithinItsScaleForTheGreatestNews() {
        Article article =
                article(
                        "BREAKING: President killed in massacre as war begins",
                        "Hundreds dead in terror attack.".repeat(60),
                        "Killed 100 in Oslo, Paris 200 dead in War. ".repeat(230));
        assertThat(importance(article)).isBetween(0.8, 1.0);
    }

    @ParameterizedTest
    @CsvSource({
        "Reuters, https://example.com/1",
        "연합뉴스, https://example.com/1",
        "BBC News, https://example.com/1",
        "Feed, https://www.bbc.co.uk/news/1",
        "Feed, https://apnews.com/article/1"
    })
    void growsWithTheStandingOfTheSource(String name, String url) {
        assertThat(importance(from(name, url)))
                .isGreaterThan(importance(from("The Daily Something", "https://example.com/1")));
    }

    @ParameterizedTest
    @CsvSource({
        "Not Reuters, https://example.com/1",
        "Feed, https://notreuters.com/1",
        "Feed, https://reuters.com.example.com/1",
        "Feed, https://example.com/reuters.com",
        "Feed, reuters"
    })
    void holdsNoOtherSourceToBeBetterOrWorse(String name, String url) {
        assertThat(importance(from(name, url)))
                .isEqualTo(importance(from("The Daily Something", "https://example.com/1")));
    }

    @Property(tries = 200)
    void neverFallsWhenSentencesAreAdded(
            @ForAll @Size(max = 12) List<@From("sentences") String> text,
            @ForAll("sentences") String more) {
        String content = String.join(" ", text);
        double before = importance(article(TITLE, null, content));
        double after = importance(article(TITLE, null, (content + " " + more).strip()));
        assertThat(after).isGreaterThanOrEqualTo(before);
    }

    @Provide
    Arbitrary<String> sentences() {
        return Arbitraries.of(
                "Police said 12 people died.",
                "It was a wonderful day for all.",
                "So said Anna Berg of Oslo.",
                "The war is a terrible tragedy.",
                "They met again and talked.",
                "Parliament voted on the treaty.");
    }

    private static Article from(String name, String url) {
        return new Article(
                "id",
                new Source(null, name),
                TITLE,
                null,
                TEXT,
                null,
                url,
                null,
                Articles.NOW,
                null,
                false);
    }

    private double importance(Article article) {
        return engine.analyze(article).importanceScore();
    }
}
