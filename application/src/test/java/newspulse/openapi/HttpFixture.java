package newspulse.openapi;

import com.linecorp.armeria.client.BlockingWebClient;
import com.linecorp.armeria.client.WebClient;
import com.linecorp.armeria.common.HttpStatus;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import newspulse.engine.Engine;
import newspulse.http.Answers;
import newspulse.http.Health;
import newspulse.http.HttpConfig;
import newspulse.http.HttpFace;
import newspulse.inference.InferenceConfig;
import newspulse.inference.InferenceService;
import newspulse.inference.Summary;
import newspulse.intake.Intake;
import newspulse.model.Analyses;
import newspulse.model.Analysis;
import newspulse.model.Article;
import newspulse.model.Entity;
import newspulse.model.Part;
import newspulse.model.Provenance;
import newspulse.model.Sentiment;
import newspulse.model.Subject;
import newspulse.model.SubjectScore;
import newspulse.producer.Outbox;
import newspulse.producer.Outcome;
import newspulse.producer.Submission;
import newspulse.producer.publish.PublishRoutes;
import newspulse.producer.publish.SourcesRoutes;
import newspulse.provider.Cascade;
import newspulse.provider.Refinement;
import newspulse.redis.RedisConfig;
import newspulse.redis.RedisConnections;
import newspulse.redis.SharedConnection;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/// What every role answers, and what inference and producer do, on a real port and before no Kafka
/// and no Redis.
final class HttpFixture implements AutoCloseable {
    static final int MAX_BODY = 16 << 10;
    private static final InstantSource CLOCK = InstantSource.system();
    private static final int NOBODY_LISTENS = 1;

    private final RedisConnections redis =
            new RedisConnections(new RedisConfig("127.0.0.1", NOBODY_LISTENS, 0, ""));
    final Health health = new Health("test", CLOCK);
    private final InferenceService inference;
    private final PublishRoutes producer;
    private final TwoSources schedule = new TwoSources();
    private final SourcesRoutes sources = new SourcesRoutes(schedule::statuses, CLOCK);
    private final HttpFace http;
    final BlockingWebClient client;

    HttpFixture() throws IOException {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        inference =
                new InferenceService(
                        new InferenceConfig(
                                2,
                                2,
                                1 << 20,
                                Duration.ofSeconds(20),
                                2,
                                false,
                                10,
                                Duration.ofMillis(50)),
                        new SameAnswer(),
                        "test",
                        Optional.of(new OneRefinement()),
                        new Cascade(0),
                        new SharedConnection(redis),
                        new NoKafka(),
                        registry,
                        CLOCK);
        producer = new PublishRoutes(new ReadingOutbox(), () -> 3);
        List.of("kafka_connected", "redis_connected", "model_loaded")
                .forEach(field -> health.watch(field, Health.Need.NONE, () -> false));
        http =
                new HttpFace(
                        new HttpConfig(
                                "127.0.0.1",
                                0,
                                true,
                                OptionalInt.empty(),
                                MAX_BODY,
                                Duration.ofSeconds(30),
                                Duration.ofSeconds(1)),
                        health,
                        registry,
                        List.of(inference::addTo, producer::addTo, sources::addTo),
                        (_, _) -> Answers.json(HttpStatus.OK, new byte[0]),
                        false);
        http.start();
        client = WebClient.of("http://127.0.0.1:" + http.port()).blocking();
    }

    @Override
    public void close() {
        http.close();
        producer.close();
        sources.close();
        schedule.close();
        inference.close();
        health.close();
        redis.close();
    }

    /// Says the same of every article.
    private static final class SameAnswer implements Engine {
        @Override
        public Analysis analyze(Article article) {
            var mention = new Entity.Mention(Entity.Field.TITLE, 0, 4);
            return new Analysis(
                    Sentiment.NEUTRAL,
                    0,
                    0.5,
                    List.of("word"),
                    "en",
                    0.9,
                    List.of(new Entity("Word", "PERSON", 1, 0.5, List.of(mention))),
                    List.of(new SubjectScore(Subject.WORLD, 0.75)),
                    0.3,
                    Instant.EPOCH,
                    modelVersion(),
                    0.1,
                    Provenance.ALL_LOCAL);
        }

        @Override
        public String modelVersion() {
            return "same-answer";
        }
    }

    /// Answers the tone at once.
    private static final class OneRefinement implements Refinement {
        private static final Provenance BY_OPENAI =
                new Provenance(
                        Map.of(
                                Part.SENTIMENT, "openai",
                                Part.SUBJECTS, "local",
                                Part.KEYWORDS, "local",
                                Part.ENTITIES, "local"),
                        Set.of(),
                        2_500,
                        40);

        @Override
        public Refined refine(
                Article article, Analysis local, List<String> providers, Duration deadline) {
            return new Refined(
                    Analyses.toned(
                            local, Sentiment.POSITIVE, 0.5, 0.9, local.modelVersion(), BY_OPENAI),
                    List.of());
        }

        @Override
        public List<String> providers() {
            return List.of("openai");
        }
    }

    /// Judges articles as the pipeline does, and knows those it has seen.
    private static final class ReadingOutbox implements Outbox {
        private final Intake intake = Intake.derivingIds();
        private final Set<String> ids = new HashSet<>();

        @Override
        public synchronized List<Outcome> offer(List<Submission> batch) {
            return batch.stream().map(this::take).toList();
        }

        private Outcome take(Submission submission) {
            Intake.Outcome read =
                    switch (submission) {
                        case Submission.Raw(byte[] json) -> intake.read(json);
                        case Submission.Checked(_, Intake.Outcome checked) -> checked;
                        case Submission.Draft(var draft) -> intake.check(draft);
                    };
            return switch (read) {
                case Intake.Admitted(Article article) ->
                        ids.add(article.id())
                                ? new Outcome.Accepted(article.id())
                                : new Outcome.Duplicate(article.id());
                case Intake.Refused(var failure) -> new Outcome.Rejected(failure);
            };
        }
    }

    private static final class NoKafka implements Summary.Outside {
        @Override
        public int connections() {
            return 1;
        }

        @Override
        public OptionalLong kafkaLag() {
            return OptionalLong.empty();
        }
    }
}
