package newspulse.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import newspulse.engine.Engine;
import newspulse.kafka.Origin;
import newspulse.model.Analyses;
import newspulse.model.Analysis;
import newspulse.model.Article;
import newspulse.model.Failure;
import newspulse.model.FailureCode;
import newspulse.model.Provenance;
import newspulse.wire.Json;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

final class ArticleTopologyTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String RAW = "news_stream";
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);

    @TempDir Path directory;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final StreamMetrics metrics = new StreamMetrics(registry);
    private TopologyTestDriver driver;
    private TestInputTopic<byte[], byte[]> raw;
    private TestOutputTopic<byte[], byte[]> analysed;
    private TestOutputTopic<byte[], byte[]> dead;

    @BeforeEach
    void start() {
        var topics = new ArticleTopology.TopicNames(RAW, "analyzed_news", "news_dead_letter");
        var topology = ArticleTopology.create(topics, new PickyEngine(), "test", CLOCK, metrics);
        var config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
        config.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        config.put(
                StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
                FailureHandlers.Processing.class);
        config.put(
                FailureHandlers.CONTEXT,
                new FailureHandlers.Context("news_dead_letter", CLOCK, metrics));
        driver = new TopologyTestDriver(topology, config, NOW);
        var in = new ByteArraySerializer();
        var out = new ByteArrayDeserializer();
        raw = driver.createInputTopic(RAW, in, in);
        analysed = driver.createOutputTopic("analyzed_news", out, out);
        dead = driver.createOutputTopic("news_dead_letter", out, out);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void analysesAValidArticle() {
        send("a", article("a", "A first title of a story"), NOW);
        JsonNode out = next();
        assertThat(out.path("id").asString()).isEqualTo("a");
        assertThat(out.path("analysis").path("sentiment").asString()).isEqualTo("neutral");
        assertThat(out.path("content_revision").asInt()).isEqualTo(1);
        assertThat(out.path("ingested_at").asString()).isEqualTo(NOW.toString());
        assertThat(dead.isEmpty()).isTrue();
    }

    @Test
    void dropsAnArticleThatSaysTheSameAndNumbersOneThatChanged() {
        send("a", article("a", "A first title of a story"), NOW);
        send("a", article("a", "A first  title of a <b>story</b>"), NOW);
        send("a", article("a", "A second title of a story"), NOW);
        send("a", article("a", "A first title of a story"), NOW);
        assertThat(analysed.readValuesToList())
                .extracting(json -> Json.mapper().readTree(json).path("content_revision").asInt())
                .containsExactly(1, 2, 3);
        assertThat(registry.get("stream_duplicates").counter().count()).isEqualTo(1);
    }

    @Test
    void forgetsAnArticleThatDidNotComeForSevenDays() {
        send("a", article("a", "A first title of a story"), NOW.minus(Duration.ofDays(30)));
        send("b", article("b", "Another title of a story"), NOW.minus(Duration.ofDays(20)));
        assertThat(driver.getKeyValueStore(ArticleTopology.KNOWN).get("a")).isNull();
        send("a", article("a", "A first title of a story"), NOW.minus(Duration.ofDays(20)));
        assertThat(analysed.getQueueSize()).isEqualTo(3);
    }

    @Test
    void remembersAnArticleForSevenDaysAfterItCameLast() {
        for (int days : new int[] {15, 10, 5, 0}) {
            send("a", article("a", "A first title of a story"), NOW.minus(Duration.ofDays(days)));
        }
        assertThat(analysed.getQueueSize()).isEqualTo(1);
    }

    @Test
    void costsExactlyTheBadRecordAndTellsWhy() {
        send("a", article("a", "A first title of a story"), NOW);
        var headers = new RecordHeaders().add("trace", bytes("t-1"));
        raw.pipeInput(new TestRecord<>(bytes("k"), bytes("{\"title\":7}"), headers, NOW));
        raw.pipeInput(new TestRecord<>(null, bytes("not json"), new RecordHeaders(), NOW));
        raw.pipeInput(new TestRecord<>(bytes("n"), null, new RecordHeaders(), NOW));
        send("b", article("b", "Another title of a story"), NOW);

        assertThat(analysed.getQueueSize()).isEqualTo(2);
        TestRecord<byte[], byte[]> invalid = dead.readRecord();
        assertThat(invalid.key()).isEqualTo(bytes("k"));
        assertThat(invalid.value()).isEqualTo(bytes("{\"title\":7}"));
        assertThat(header(invalid, "newspulse.kind")).isEqualTo("invalid");
        assertThat(header(invalid, "newspulse.code")).isEqualTo("invalid_article");
        assertThat(header(invalid, "newspulse.fields"))
                .contains("\"path\":\"title\"")
                .contains("\"path\":\"source\"");
        assertThat(header(invalid, "newspulse.topic")).isEqualTo(RAW);
        assertThat(header(invalid, "newspulse.partition")).isEqualTo("0");
        assertThat(header(invalid, "newspulse.offset")).isEqualTo("1");
        assertThat(header(invalid, "newspulse.time")).isEqualTo(NOW.toString());
        assertThat(header(invalid, "trace")).isEqualTo("t-1");
        assertThat(header(dead.readRecord(), "newspulse.code")).isEqualTo("malformed_json");
        TestRecord<byte[], byte[]> empty = dead.readRecord();
        assertThat(header(empty, "newspulse.code")).isEqualTo("empty_record");
        assertThat(empty.value()).isNull();
    }

    @Test
    void buriesALineThatItsProducerCouldNotReadAsWhatThatSays() {
        var failure = new Failure(FailureCode.MALFORMED_CSV, "A quote is never closed.");
        var headers = new Origin("Folder", "a.csv", 42, failure).headers();
        raw.pipeInput(new TestRecord<>(null, bytes("\"x"), headers, NOW));
        TestRecord<byte[], byte[]> letter = dead.readRecord();
        assertThat(letter.value()).isEqualTo(bytes("\"x"));
        assertThat(header(letter, "newspulse.code")).isEqualTo("malformed_csv");
        assertThat(header(letter, "newspulse.detail")).isEqualTo("A quote is never closed.");
        assertThat(header(letter, "source.file")).isEqualTo("a.csv");
        assertThat(header(letter, "source.line")).isEqualTo("42");
    }

    @Test
    void takesNoRefusalThatIsNoneOfAnArticlesFaults() {
        var headers = new RecordHeaders().add("source.refusal", bytes("internal_error"));
        byte[] json = article("a", "A first title of a story");
        raw.pipeInput(new TestRecord<>(bytes("a"), json, headers, NOW));
        assertThat(analysed.getQueueSize()).isEqualTo(1);
        assertThat(dead.isEmpty()).isTrue();
    }

    @Test
    void buriesAnArticleTheEngineThrowsOnAndTakesItWhenItIsSentAgain() {
        send("a", article("a", PickyEngine.POISON), NOW);
        TestRecord<byte[], byte[]> buried = dead.readRecord();
        assertThat(header(buried, "newspulse.kind")).isEqualTo("bug");
        assertThat(header(buried, "newspulse.code")).isEqualTo("processing_error");
        assertThat(buried.value()).isEqualTo(article("a", PickyEngine.POISON));
        assertThat(driver.getKeyValueStore(ArticleTopology.KNOWN).get("a")).isNull();
    }

    @Test
    void givesARecordThatComesBackTheTimeAtWhichItFirstCame() {
        Instant first = NOW.minus(Duration.ofHours(3));
        var headers =
                new RecordHeaders()
                        .add("newspulse.ingested", bytes(Long.toString(first.toEpochMilli())));
        raw.pipeInput(
                new TestRecord<>(
                        bytes("a"), article("a", "A first title of a story"), headers, NOW));
        assertThat(Json.mapper().readTree(analysed.readValue()).path("ingested_at").asString())
                .isEqualTo(first.toString());

        raw.pipeInput(new TestRecord<>(bytes("k"), bytes("{"), headers, NOW));
        assertThat(header(dead.readRecord(), "newspulse.ingested"))
                .isEqualTo(Long.toString(first.toEpochMilli()));

        var lies = new RecordHeaders().add("newspulse.ingested", bytes("9999999999999"));
        raw.pipeInput(
                new TestRecord<>(bytes("b"), article("b", "Another title of a story"), lies, NOW));
        assertThat(Json.mapper().readTree(analysed.readValue()).path("ingested_at").asString())
                .isEqualTo(NOW.toString());
    }

    @Test
    void refilesAnArticleUnderItsOwnKey() {
        raw.pipeInput(
                new TestRecord<>(
                        null, article("a", "A first title of a story"), new RecordHeaders(), NOW));
        send("other", article("a", "A first title of a story"), NOW);
        TestRecord<byte[], byte[]> only = analysed.readRecord();
        assertThat(only.key()).isEqualTo(bytes("a"));
        assertThat(analysed.isEmpty()).isTrue();
        assertThat(registry.get("stream_refiled").counter().count()).isEqualTo(2);
    }

    @Test
    void keepsItsShape() {
        var topics = new ArticleTopology.TopicNames("in", "out", "dead");
        assertThat(
                        ArticleTopology.create(topics, new PickyEngine(), "test", CLOCK, metrics)
                                .describe()
                                .toString())
                .isEqualToIgnoringWhitespace(
                        """
                        Topologies:
                           Sub-topology: 0
                            Source: raw-articles (topics: [in])
                              --> admit
                            Processor: admit (stores: [])
                              --> identify-and-analyse, dead-letters, refiled-articles
                              <-- raw-articles
                            Processor: identify-and-analyse (stores: [known-articles])
                              --> analysed-articles
                              <-- admit
                            Sink: analysed-articles (topic: out)
                              <-- identify-and-analyse
                            Sink: dead-letters (topic: dead)
                              <-- admit
                            Sink: refiled-articles (topic: in)
                              <-- admit
                        """);
    }

    private void send(String key, byte[] value, Instant at) {
        raw.pipeInput(new TestRecord<>(bytes(key), value, new RecordHeaders(), at));
    }

    private JsonNode next() {
        return Json.mapper().readTree(analysed.readValue());
    }

    private static byte[] article(String id, String title) {
        return bytes(
                """
                {"id":"%s","source":{"name":"Herald"},"title":"%s","url":"https://example.com/%s","publishedAt":"2026-03-01T00:00:00Z"}\
                """
                        .formatted(id, title, id));
    }

    private static String header(TestRecord<?, ?> record, String name) {
        return new String(
                Objects.requireNonNull(record.headers().lastHeader(name)).value(),
                StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// Answers the same for every article, and throws on one.
    private static final class PickyEngine implements Engine {
        static final String POISON = "The engine throws on this";

        @Override
        public Analysis analyze(Article article) {
            if (article.title().equals(POISON)) {
                throw new IllegalStateException("a bug");
            }
            return Analyses.neutral(
                    0.3, List.of("story"), NOW, modelVersion(), Provenance.ALL_LOCAL);
        }

        @Override
        public String modelVersion() {
            return "picky";
        }
    }
}
