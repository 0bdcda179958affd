package newspulse.intake;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import newspulse.model.Article;
import newspulse.model.Failure;
import newspulse.model.FailureCode;
import newspulse.model.Fault;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

final class IntakeTest {
    private static final String VALID =
            """
            {"id":"a-1","source":{"id":"herald","name":"The Herald!  Daily"},"title":" Chip maker &amp; lifts outlook ",
             "description":null,"url":"https://example.com/a","publishedAt":"2026-02-02T19:00:00+09:00","unknown":[1,{"a":2}]}
            """;

    private final Intake strict = Intake.requiringIds();
    private final Intake pipeline = Intake.derivingIds();

    @Test
    void admitsAndNormalisesAValidArticle() {
        Article article = admitted(strict.read(bytes(VALID)));
        assertThat(article.id()).isEqualTo("a-1");
        assertThat(article.source().name()).isEqualTo("The Herald Daily");
        assertThat(article.title()).isEqualTo("Chip maker & lifts outlook");
        assertThat(article.publishedAt()).isEqualTo(Instant.parse("2026-02-02T10:00:00Z"));
        assertThat(article.description()).isNull();
    }

    @Test
    void tellsEveryFaultAtOnceWithItsPath() {
        Failure failure =
                refused(
                        strict.read(
                                bytes(
                                        """
                                        {"id":" ","source":{"name":"!!"},"title":"short","description":7,"author":["x"],
                                         "url":"ftp://example.com","urlToImage":"no","publishedAt":"yesterday"}
                                        """)));
        assertThat(failure.code()).isEqualTo(FailureCode.INVALID_ARTICLE);
        assertThat(failure.faults())
                .extracting(Fault::path)
                .containsExactlyInAnyOrder(
                        "id",
                        "source.name",
                        "title",
                        "description",
                        "author",
                        "url",
                        "urlToImage",
                        "publishedAt");
    }

    @Test
    void refusesNullInEveryRequiredFieldAndTakesItInEveryOptionalOne() {
        assertThat(
                        refused(
                                        strict.read(
                                                bytes(
                                                        """
                                                        {"id":null,"source":null,"title":null,"url":null,"publishedAt":null}
                                                        """)))
                                .faults())
                .extracting(Fault::path)
                .containsExactlyInAnyOrder("id", "source", "title", "url", "publishedAt");
        admitted(
                strict.read(
                        bytes(
                                """
                                {"id":"1","source":{"id":null,"name":"Herald"},"title":"A title of some length","description":null,
                                 "content":null,"author":null,"url":"http://example.com","urlToImage":null,
                                 "publishedAt":"2026-02-02T10:00:00","category":null}
                                """)));
    }

    @Test
    void derivesTheSameIdForEveryFormOfTheSamePage() {
        String first = VALID.replace("\"id\":\"a-1\",", "");
        String second =
                first.replace("https://example.com/a", "http://m.example.com/a?utm_source=z#x");
        assertThat(admitted(pipeline.read(bytes(first))).id())
                .isEqualTo(admitted(pipeline.read(bytes(second))).id())
                .matches("[0-9a-f]{32}");
        assertThat(refused(strict.read(bytes(first))).faults())
                .containsExactly(new Fault("id", "is required"));
    }

    @ParameterizedTest
    @CsvSource({"9,false", "10,true", "500,true", "501,false"})
    void measuresTheTitleOnWhatWasSentTrimmed(int length, boolean fits) {
        String json = VALID.replaceFirst("\" Chip.*?\"", "\"  " + "x".repeat(length) + "  \"");
        assertThat(strict.read(bytes(json)) instanceof Intake.Admitted).isEqualTo(fits);
    }

    @Test
    void refusesATitleOfMarkupOnly() {
        String json = VALID.replaceFirst("\" Chip.*?\"", "\"<script>alert('x')</script>\"");
        assertThat(refused(strict.read(bytes(json))).faults())
                .extracting(Fault::message)
                .containsExactly("is empty without its markup");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"id\":1,}",
                "nul",
                "{\"id\":\"a\",\"id\":\"b\"}",
                "{} {}",
                "\u0000{}",
                "[{},",
                "'x'",
                "{\"a\":\"\u0001\"}"
            })
    void callsMalformedJsonMalformed(String json) {
        assertThat(refused(strict.read(bytes(json))).code()).isEqualTo(FailureCode.MALFORMED_JSON);
    }

    @Test
    void refusesHostileDocuments() {
        assertThat(refused(strict.read(bytes("[".repeat(100_000)))).code())
                .isEqualTo(FailureCode.MALFORMED_JSON);
        assertThat(refused(strict.read(bytes("{\"a\":" + "{\"a\":".repeat(100_000)))).code())
                .isEqualTo(FailureCode.MALFORMED_JSON);
        assertThat(refused(strict.read(bytes("{\"title\":" + "9".repeat(10_000) + "}"))).code())
                .isIn(FailureCode.MALFORMED_JSON, FailureCode.INVALID_ARTICLE);
        assertThat(refused(strict.read(new byte[] {'"', (byte) 0xff, '"'})).code())
                .isEqualTo(FailureCode.MALFORMED_JSON);
        assertThat(refused(strict.read(null)).code()).isEqualTo(FailureCode.EMPTY_RECORD);
        assertThat(refused(strict.read(new byte[0])).code()).isEqualTo(FailureCode.EMPTY_RECORD);
        assertThat(refused(strict.read(bytes("5"))).faults())
                .containsExactly(new Fault("", "must be an object"));
    }

    @Test
    void tellsWhereEachArticleOfAnArrayStandsAndWhichIsAtFault() {
        String json = "[" + VALID.strip() + ", 7 ,{\"title\":\"x\"}]";
        var body = (Intake.Articles) strict.readAll(bytes(json));
        assertThat(body.isArray()).isTrue();
        assertThat(body.elements()).hasSize(3);
        Intake.Element first = body.elements().getFirst();
        assertThat(
                        new String(
                                bytes(json),
                                first.start(),
                                first.end() - first.start(),
                                StandardCharsets.UTF_8))
                .isEqualTo(VALID.strip());
        assertThat(refused(body.elements().get(1).outcomeInBody()).faults())
                .containsExactly(new Fault("[1]", "must be an object"));
        assertThat(refused(body.elements().get(2).outcomeInBody()).faults())
                .extracting(Fault::path)
                .contains("[2].title", "[2].source");
    }

    @Test
    void replacesHalfCharactersThatAnEscapeSmuggledIn() {
        Article article =
                admitted(strict.read(bytes(VALID.replace("Chip maker", "Chip \\ud800 maker"))));
        assertThat(article.title()).contains("\ufffd");
    }

    @Test
    void refusesASourceNameThatGrowsTooLongWhenItIsComposed() {
        String json = VALID.replaceFirst("The Herald!  Daily", "\u0958".repeat(150));
        assertThat(refused(strict.read(bytes(json))).faults())
                .extracting(Fault::path)
                .containsExactly("source.name");
    }

    @Test
    void takesWhatAProducerMendedAndNothingElseAlong() {
        String json =
                VALID.stripTrailing().replaceFirst("\\}$", "")
                        + ", \"ingest\": {\"repairs\": [\"encoding\", 7, \"No Code\", {}, [\"tags\"]], \"x\": [1]}}";
        Article article = admitted(strict.read(bytes(json)));
        assertThat(article.ingest().repairs()).containsExactly("encoding");
        Article without = admitted(strict.read(bytes(VALID)));
        assertThat(without.ingest().isNothing()).isTrue();
        assertThat(ContentHash.of(article)).isEqualTo(ContentHash.of(without));
    }

    @Property
    void neverThrowsOnAnyBytes(@ForAll byte[] bytes) {
        assertThat(pipeline.readAll(bytes)).isNotNull();
    }

    @Property
    void neverThrowsOnAnyTextInAnyField(@ForAll String text) {
        var draft =
                new ArticleDraft(
                        text,
                        text,
                        text,
                        text,
                        text,
                        text,
                        text,
                        "https://example.com/" + text,
                        text,
                        text,
                        text,
                        false);
        assertThat(pipeline.check(draft)).isNotNull();
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static Article admitted(Intake.Outcome outcome) {
        assertThat(outcome).isInstanceOf(Intake.Admitted.class);
        return ((Intake.Admitted) outcome).article();
    }

    private static Failure refused(Intake.Outcome outcome) {
        assertThat(outcome).isInstanceOf(Intake.Refused.class);
        return ((Intake.Refused) outcome).failure();
    }

    @Test
    void findsTheIdOfAnArticleWithoutReadingTheRest() {
        assertThat(Intake.idOf(bytes("{\"a\":{\"id\":\"x\"},\"id\":\" 7 \",\"title\":3 broken")))
                .isEqualTo("7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "7",
                "{}",
                "{\"id\":7}",
                "{\"id\":null}",
                "{\"id\":\" \"}",
                "{\"id\":\"\\u0001\"}",
                "{\"title\":\"x\"",
                "\"id\"",
                "{\"a\":[{"
            })
    void findsNoIdWhereNoneCouldBeValid(String json) {
        assertThat(Intake.idOf(bytes(json))).isNull();
    }
}
