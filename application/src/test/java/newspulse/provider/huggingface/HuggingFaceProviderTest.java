package newspulse.provider.huggingface;

import static newspulse.provider.ProviderFixture.the;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;

import newspulse.config.Settings;
import newspulse.model.Entity;
import newspulse.model.Entity.Field;
import newspulse.model.Entity.Mention;
import newspulse.model.Part;
import newspulse.model.Sentiment;
import newspulse.model.Subject;
import newspulse.model.SubjectScore;
import newspulse.producer.ScriptedServer;
import newspulse.provider.Answer;
import newspulse.provider.PartAnswer;
import newspulse.provider.ProviderFixture;
import newspulse.provider.Usage;
import newspulse.provider.fake.FakeModels;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

final class HuggingFaceProviderTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final FakeModels fake = new FakeModels();
    private final ScriptedServer scripted = new ScriptedServer();

    @AfterEach
    void close() {
        fake.close();
        scripted.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "h2c"})
    void answersEachPartByACallOfItsOwn(String scheme) throws Exception {
        Map<Part, PartAnswer> parts = new EnumMap<>(Part.class);
        try (var provider = ProviderFixture.huggingFace(fake, scheme)) {
            for (Set<Part> call : provider.calls()) {
                Answer answer = provider.ask(ProviderFixture.article(), call, LIMIT);
                assertThat(answer.refused()).isEmpty();
                assertThat(answer.usage()).isNull();
                parts.putAll(answer.answered());
            }
        }
        assertThat(parts).containsOnlyKeys(Part.values());
        Answer all = new Answer(parts, Map.of(), null);
        var tone = the(PartAnswer.Tone.class, all);
        assertThat(tone.sentiment()).isEqualTo(Sentiment.POSITIVE);
        assertThat(tone.score()).isEqualTo(0.6, within(1e-9));
        var subjects = the(PartAnswer.Subjects.class, all);
        assertThat(subjects.scores().getFirst().subject()).isEqualTo(Subject.POLITICS);
        var keywords = the(PartAnswer.Keywords.class, all);
        assertThat(keywords.keywords()).contains("strong quarter", "forecast");
        assertThat(fake.requests())
                .extracting(request -> request.path())
                .containsExactly(
                        "/hf-inference/models/own/tone",
                        "/hf-inference/models/own/topics",
                        "/hf-inference/models/own/vectors/pipeline/feature-extraction",
                        "/hf-inference/models/own/names");
    }

    @Test
    void countsOffsetsInCodePoints() throws Exception {
        answer(
                "[{\"entity\":\"B-PER\",\"score\":0.9,\"index\":1,\"word\":\"Jane\","
                        + "\"start\":4,\"end\":8},"
                        + "{\"entity\":\"I-PER\",\"score\":0.9,\"index\":2,\"word\":\"D\","
                        + "\"start\":9,\"end\":10},"
                        + "{\"entity\":\"I-PER\",\"score\":0.9,\"index\":3,\"word\":\"##oe\","
                        + "\"start\":10,\"end\":12},"
                        + "{\"entity\":\"O\",\"score\":0.9,\"index\":4,\"word\":\"met\","
                        + "\"start\":13,\"end\":16}]");
        Entity entity =
                entities("\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00 Jane Doe met her team").getFirst();
        assertThat(entity.text()).isEqualTo("Jane Doe");
        assertThat(entity.type()).isEqualTo("PERSON");
        assertThat(entity.mentions())
                .containsExactly(
                        new Mention(Field.TITLE, 7, 15), new Mention(Field.CONTENT, 56, 64));
    }

    @Test
    void mendsWordsThatTheTokenizerCut() throws Exception {
        answer(
                "[{\"entity_group\":\"ORG\",\"score\":0.9,\"word\":\"Sam\",\"start\":0,\"end\":3},"
                        + "{\"entity_group\":\"ORG\",\"score\":0.8,\"word\":\"##sung\","
                        + "\"start\":3,\"end\":6}]");
        assertThat(entities("Samsung opens a new plant").getFirst().text()).isEqualTo("Samsung");
    }

    @Test
    void takesAGroupOverTwoFieldsForTwoNames() throws Exception {
        answer("[{\"entity_group\":\"LOC\",\"score\":0.9,\"start\":11,\"end\":21}]");
        assertThat(entities("Leaving for Paris"))
                .extracting(Entity::text)
                .containsExactlyInAnyOrder("Paris", "Acme");
    }

    @Test
    void joinsThePiecesOfOneName() throws Exception {
        answer(
                "[{\"entity\":\"B-LOC\",\"score\":0.9,\"start\":8,\"end\":9},"
                        + "{\"entity\":\"I-LOC\",\"score\":0.9,\"start\":9,\"end\":10},"
                        + "{\"entity\":\"I-LOC\",\"score\":0.9,\"start\":10,\"end\":11},"
                        + "{\"entity\":\"B-LOC\",\"score\":0.9,\"start\":12,\"end\":17}]");
        assertThat(entities("Leaving U.S Spain does well"))
                .extracting(Entity::text)
                .containsExactlyInAnyOrder("U.S", "Spain");
    }

    @Test
    void takesScoresOfTopicsThatAreIndependent() throws Exception {
        answer("[[{\"label\":\"sport\",\"score\":0.9},{\"label\":\"world\",\"score\":0.8}]]");
        Answer answer = ask(Part.SUBJECTS, "HUGGINGFACE_TOPICS_ZERO_SHOT", "false");
        assertThat(the(PartAnswer.Subjects.class, answer).scores())
                .containsExactly(
                        new SubjectScore(Subject.SPORT, 0.9), new SubjectScore(Subject.WORLD, 0.8));
    }

    @Test
    void refusesTonesThatAreNoProbabilities() throws Exception {
        answer("[[{\"label\":\"positive\",\"score\":0.9},{\"label\":\"neutral\",\"score\":0.8}]]");
        assertThat(ask(Part.SENTIMENT).refused()).containsOnlyKeys(Part.SENTIMENT);
        answer("[[{\"label\":\"positive\",\"score\":0}]]");
        assertThat(ask(Part.SENTIMENT).refused()).containsOnlyKeys(Part.SENTIMENT);
    }

    @Test
    void namesWhatItsAnswersDependOnButNoAddress() {
        Set<String> versions = new HashSet<>();
        versions.add(version());
        versions.add(version("HUGGINGFACE_SENTIMENT_MODEL", "http://10.0.0.5:8080"));
        versions.add(version("HUGGINGFACE_SENTIMENT_LABELS", "LABEL_0=negative"));
        versions.add(version("HUGGINGFACE_TOPICS_ZERO_SHOT", "false"));
        versions.add(version("HUGGINGFACE_MAX_TEXT", "500"));
        assertThat(versions).hasSize(5).allMatch(version -> !version.contains("://"));
        assertThat(version("HUGGINGFACE_CALL_PRICE", "0"))
                .isIn(versions)
                .endsWith("/tone,topics,vectors,names");
    }

    private String version(String... more) {
        try (var provider = ProviderFixture.huggingFace(fake, "http", more)) {
            return provider.version();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"entity_group\":\"ORG\",\"score\":0.9,\"start\":0,\"end\":9999}]",
                "[{\"entity_group\":\"ORG\",\"score\":0.9,\"start\":-1,\"end\":3}]",
                "[{\"entity_group\":\"ORG\",\"score\":0.9,\"start\":3,\"end\":3}]",
                "[{\"entity_group\":\"ORG\",\"score\":0.9,\"start\":null,\"end\":3}]",
                "[{\"entity_group\":\"ALIEN\",\"score\":0.9,\"start\":0,\"end\":3}]",
                "[{\"entity_group\":\"ORG\",\"score\":2,\"start\":0,\"end\":3}]"
            })
    void refusesEntitiesThatCannotBe(String body) throws Exception {
        answer(body);
        assertThat(ask(Part.ENTITIES).refused()).containsOnlyKeys(Part.ENTITIES);
    }

    @Test
    void takesALabelForWhatItIsSaidToMean() throws Exception {
        String body =
                "[{\"label\":\"LABEL_0\",\"score\":0.9},{\"label\":\"LABEL_1\",\"score\":0.1}]";
        answer(body);
        assertThat(ask(Part.SENTIMENT).refused()).containsOnlyKeys(Part.SENTIMENT);
        Answer answer =
                ask(
                        Part.SENTIMENT,
                        "HUGGINGFACE_SENTIMENT_LABELS",
                        "LABEL_0=negative,LABEL_1=positive");
        var tone = the(PartAnswer.Tone.class, answer);
        assertThat(tone.sentiment()).isEqualTo(Sentiment.NEGATIVE);
        assertThat(tone.confidence()).isEqualTo(0.9);
    }

    @Test
    void readsTheOlderFormOfZeroShotAnswers() throws Exception {
        answer(
                "{\"sequence\":\"x\",\"labels\":[\"science and technology\",\"world\"],"
                        + "\"scores\":[0.8,0.2]}");
        var subjects = the(PartAnswer.Subjects.class, ask(Part.SUBJECTS));
        assertThat(subjects.scores().getFirst().subject()).isEqualTo(Subject.SCIENCE_TECHNOLOGY);
    }

    @Test
    void ranksPhrasesByTheMeanOfTheirTokens() throws Exception {
        answer("[[[1,0],[1,0]],[[0,1]],[[1,0.1],[1,0]],[[1,1]]]");
        var keywords = the(PartAnswer.Keywords.class, ask(Part.KEYWORDS));
        assertThat(keywords.keywords()).containsExactly("forecast", "orders", "strong quarter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[1,0]]",
                "[[1,0],[1],[1,0],[1,0]]",
                "[[0],[0],[0],[0]]",
                "[[1e400],[1],[1],[1]]",
                "[[DIGITS],[1],[1],[1]]",
                "{}"
            })
    void refusesVectorsThatDoNotFit(String body) throws Exception {
        answer(body.replace("DIGITS", "9".repeat(500)));
        assertThat(ask(Part.KEYWORDS).refused()).containsOnlyKeys(Part.KEYWORDS);
    }

    @Test
    void costsNothingWhereTheCallIsFree() throws Exception {
        answer("[[{\"label\":\"5 stars\",\"score\":1}]]");
        Answer answer = ask(Part.SENTIMENT, "HUGGINGFACE_CALL_PRICE", "0");
        assertThat(answer.usage()).isEqualTo(Usage.NONE);
        try (var dear = ProviderFixture.huggingFace(fake, "http")) {
            assertThat(
                            dear.worstCase(ProviderFixture.article(), Set.of(Part.SENTIMENT))
                                    .costNanoUsd())
                    .isEqualTo(10_000_000);
        }
    }

    private void answer(String body) {
        scripted.on("/", _ -> HttpResponse.of(HttpStatus.OK, MediaType.JSON, "%s", body));
    }

    private List<Entity> entities(String title) throws Exception {
        return the(PartAnswer.Entities.class, ask(title, Part.ENTITIES)).entities();
    }

    private Answer ask(Part part, String... more) throws Exception {
        return ask(ProviderFixture.TITLE, part, more);
    }

    private Answer ask(String title, Part part, String... more) throws Exception {
        Map<String, String> given = new HashMap<>();
        String model = part == Part.SUBJECTS ? "TOPICS" : part.name();
        given.put("HUGGINGFACE_" + model + "_MODEL", scripted.address("/"));
        for (int i = 0; i < more.length; i += 2) {
            given.put(more[i], more[i + 1]);
        }
        try (var provider =
                HuggingFaceProvider.open(
                        HuggingFaceConfig.from(new Settings(given)),
                        _ -> List.of("strong quarter", "forecast", "orders"),
                        InstantSource.system())) {
            return provider.ask(
                    ProviderFixture.article(title, null, ProviderFixture.CONTENT),
                    Set.of(part),
                    LIMIT);
        }
    }
}
