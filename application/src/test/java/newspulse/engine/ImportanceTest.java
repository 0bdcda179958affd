package newspulse.engine;

import static newspulse.engine.Articles.article;
import static newspulse.engine.Articles.titled;

import static org.assertj.core.api.Assertions.assertThat;

import newspulse.model.Article;

import org.junit.jupiter.api.Test;

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

    private double importance(Article article) {
        return engine.analyze(article).importanceScore();
    }
}
