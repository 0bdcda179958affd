package newspulse.provider.checked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import newspulse.model.Entity;
import newspulse.model.Entity.Field;
import newspulse.model.Entity.Mention;
import newspulse.model.Sentiment;
import newspulse.model.Subject;
import newspulse.model.SubjectScore;
import newspulse.provider.ProviderFixture;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Collections;
import java.util.List;

final class CheckedAnswerTest {
    private final CheckedAnswer checked = of(ProviderFixture.TITLE, ProviderFixture.CONTENT);

    @Test
    void takesATone() throws Exception {
        assertThat(checked.tone("negative", -0.5, 1).sentiment()).isEqualTo(Sentiment.NEGATIVE);
        assertThat(checked.tone("neutral", 0.2, 0).sentiment()).isEqualTo(Sentiment.NEUTRAL);
    }

    @ParameterizedTest
    @CsvSource({
        "unknown, 0, 0.5",
        "Positive, 0.5, 0.5",
        "euphoric, 0.5, 0.5",
        "positive, 1.1, 0.5",
        "positive, NaN, 0.5",
        "positive, 0.5, 1.1",
        "positive, 0.5, NaN",
        "positive, -0.5, 0.5",
        "negative, 0.5, 0.5"
    })
    void refusesAToneThatCannotBe(String label, double score, double confidence) {
        assertThatThrownBy(() -> checked.tone(label, score, confidence))
                .isInstanceOf(BrokenRuleException.class);
    }

    @Test
    void ordersSubjectsByTheirScores() throws Exception {
        var world = CheckedAnswer.subject(CheckedAnswer.subject("world"), 0.2);
        var sport = CheckedAnswer.subject(CheckedAnswer.subject("sport"), 0.7);
        assertThat(checked.subjects(List.of(world, sport)).scores()).containsExactly(sport, world);
    }

    @Test
    void refusesSubjectsOutsideTheTaxonomyTwiceOrOutOfBounds() {
        var twice = new SubjectScore(Subject.WORLD, 0.2);
        assertThatThrownBy(() -> CheckedAnswer.subject("weather"))
                .isInstanceOf(BrokenRuleException.class);
        assertThatThrownBy(() -> CheckedAnswer.subject(Subject.WORLD, 1.01))
                .isInstanceOf(BrokenRuleException.class);
        assertThatThrownBy(() -> checked.subjects(List.of(twice, twice)))
                .isInstanceOf(BrokenRuleException.class);
        assertThatThrownBy(() -> checked.subjects(List.of()))
                .isInstanceOf(BrokenRuleException.class);
    }

    @Test
    void takesKeywordsThatTheArticleHasAndLeavesOutOthers() throws Exception {
        var keywords = checked.keywords(List.of("Strong Quarter", "bankruptcy", "orders", "order"));
        assertThat(keywords.keywords()).containsExactly("strong quarter", "orders");
    }

    @Test
    void refusesKeywordsOfWhichTheArticleHasNone() {
        assertThatThrownBy(() -> checked.keywords(List.of("bankruptcy", "quart")))
                .isInstanceOf(BrokenRuleException.class);
        assertThatThrownBy(() -> checked.keywords(Collections.nCopies(11, "orders")))
                .isInstanceOf(BrokenRuleException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "...",
                "<b>gold</b>",
                "visit https://evil.example",
                "www.evil.example",
                "evil.example/win",
                "evil.example:8080",
                "evil.example?q",
                "10.0.0.1",
                "javascript:alert(1)",
                "me@evil.example",
                "[gold](evil)",
                "{{gold}}",
                "${gold}",
                "$(gold)",
                "gold; rm",
                "gold\nmine",
                "gold\u0000",
                "gold\u202e",
                "gold\u2028mine",
                "\uff1cb\uff1egold",
                "https\uff1a//evil",
                "a very long phrase that goes on and on and on until it has more than sixty units"
            })
    void refusesKeywordsAndNamesThatAreMoreThanWordsThoughTheArticleHasThem(String text) {
        CheckedAnswer having = of("gold mine at evil.example", "so it says: " + text);
        assertThatThrownBy(() -> having.keywords(List.of(text)))
                .isInstanceOf(BrokenRuleException.class);
        String name = text.length() > 60 ? text + text : text;
        assertThatThrownBy(() -> having.entities(List.of(new EntityName(name, "PERSON"))))
                .isInstanceOf(BrokenRuleException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AT&T",
                "O'Neill",
                "Yahoo!",
                "Booking.com",
                "Jean-Luc Godard",
                "Müller (CDU)",
                "Louis XIV.",
                "삼성전자",
                "トヨタ自動車",
                "राहुल गांधी",
                "½ Prozent"
            })
    void takesNamesAsNewsHaveThem(String name) throws Exception {
        List<Entity> entities =
                of("A report that names it", "Here: " + name + ", as ever")
                        .entities(List.of(new EntityName(name, "ORGANIZATION")))
                        .entities();
        assertThat(entities).singleElement().extracting(Entity::text).isEqualTo(name);
    }

    @Test
    void findsWhereNamesStandLongerOnesFirst() throws Exception {
        List<Entity> entities =
                of("York and New York compared", "NEW YORK is larger; Yorkshire is another place")
                        .entities(
                                List.of(
                                        new EntityName("York", "LOCATION"),
                                        new EntityName("New York", "LOCATION")))
                        .entities();
        assertThat(entities)
                .extracting(Entity::text, Entity::count, Entity::mentions)
                .containsExactly(
                        tuple("York", 1, List.of(new Mention(Field.TITLE, 0, 4))),
                        tuple("New York", 1, List.of(new Mention(Field.TITLE, 9, 17))));
    }

    @Test
    void takesAnotherSpellingForTheNameWhereTheArticleHasOnlyThat() throws Exception {
        List<Entity> entities =
                of("ACME BUYS A RIVAL", null)
                        .entities(List.of(new EntityName("Acme", "ORGANIZATION")))
                        .entities();
        assertThat(entities).singleElement().extracting(Entity::text).isEqualTo("ACME");
    }

    @Test
    void listsAtMostTwentyMentionsAndCountsAll() throws Exception {
        Entity entity =
                of("Acme, again and again", "Acme ".repeat(30).strip())
                        .entities(List.of(new EntityName("Acme", "ORGANIZATION")))
                        .entities()
                        .getFirst();
        assertThat(entity.count()).isEqualTo(31);
        assertThat(entity.mentions()).hasSize(Entity.MAX_MENTIONS);
        assertThat(entity.salience()).isBetween(0.99, 1.0);
    }

    @Test
    void refusesNamesThatTheArticleDoesNotHaveAndKindsThatAreNotOurs() {
        assertThatThrownBy(() ->
                        checked.entities(
                                List.of(
                                        new EntityName("Acme", "ORGANIZATION"),
                                        new EntityName("Evil Corp", "ORGANIZATION"))))
                .isInstanceOf(BrokenRuleException.class)
                .hasMessage("an entity does not occur in the article");
        assertThatThrownBy(() -> checked.entities(List.of(new EntityName("Acme", "DEITY"))))
                .isInstanceOf(BrokenRuleException.class);
        assertThatThrownBy(() ->
                        checked.entities(
                                Collections.nCopies(51, new EntityName("Acme", "ORGANIZATION"))))
                .isInstanceOf(BrokenRuleException.class);
    }

    @Test
    void leavesOutNamesOfOneCharacterAndTakesNoneForAnAnswer() throws Exception {
        assertThat(
                        of("中国和美国的贸易谈判今天开始", null)
                                .entities(List.of(new EntityName("中", "LOCATION")))
                                .entities())
                .isEmpty();
        assertThat(checked.entities(List.of()).entities()).isEmpty();
    }

    @Test
    void findsNamesWithinTextsThatSetNoWordsApart() throws Exception {
        List<Entity> entities =
                of("삼성전자는 신제품을 공개했다", null)
                        .entities(List.of(new EntityName("삼성전자", "ORGANIZATION")))
                        .entities();
        assertThat(entities.getFirst().mentions()).containsExactly(new Mention(Field.TITLE, 0, 4));
    }

    private static CheckedAnswer of(String title, @Nullable String content) {
        return new CheckedAnswer(ArticleText.of(ProviderFixture.article(title, null, content)));
    }
}
