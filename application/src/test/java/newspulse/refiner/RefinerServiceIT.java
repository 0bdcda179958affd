package newspulse.refiner;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import newspulse.Eventually;
import newspulse.kafka.KafkaConfig;
import newspulse.model.AnalyzedArticle;
import newspulse.model.Revision;
import newspulse.provider.Cascade;
import newspulse.provider.Refinement;
import newspulse.wire.ArticleJson;

import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// The whole role against a real broker.
class RefinerServiceIT {
    @TempDir static Path directory;
    private static RefinerFixture log;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ScriptedRefinement refinement = new ScriptedRefinement();
    private final CompletableFuture<Throwable> fatal = new CompletableFuture<>();
    private final List<RefinerService> started = new ArrayList<>();

    @BeforeAll
    static void startBroker() throws IOException {
        log = new RefinerFixture(directory);
    }

    @AfterAll
    static void stopBroker() {
        log.close();
    }

    @AfterEach
    void close() {
        started.forEach(RefinerService::close);
        assertThat(fatal).isNotDone();
    }

    @Test
    void publishesTheNextAnalysisUnderTheSameKeyInTheSamePartition() throws Exception {
        KafkaConfig kafka = log.topic("published", 4);
        start(kafka, refinement);
        RefinerFixture.write(kafka, 0, 100);
        Eventually.holds("all refined", () -> RefinerFixture.answers(kafka).size() == 100);
        Eventually.holds("all committed", () -> RefinerFixture.isAllCommitted(kafka));
        assertThat(RefinerFixture.answers(kafka))
                .allSatisfy(answer -> {
                    assertThat(answer.revision()).isEqualTo(new Revision(1, 2));
                    assertThat(answer.analysis().provenance())
                            .isEqualTo(ScriptedRefinement.REFINED);
                    assertThat(answer.article().content()).isEqualTo("text of 1");
                });
        var records = RefinerFixture.records(kafka);
        assertThat(records).hasSize(200);
        for (var one : records) {
            assertThat(records)
                    .filteredOn(other -> Arrays.equals(other.key(), one.key()))
                    .hasSize(2)
                    .allSatisfy(other -> {
                        assertThat(other.partition()).isEqualTo(one.partition());
                        assertThat(other.timestamp() - one.timestamp()).isLessThan(60_000);
                    });
        }
        assertThat(refinement.asked).hasSize(100);
        Eventually.holds("own answers met", () -> skipped(Skip.REFINED) == 100);
    }

    @Test
    void oneStuckCallHoldsUpNobodyAndThousandsFinishBehindIt() throws Exception {
        KafkaConfig kafka = log.topic("stuck", 1);
        refinement.hold("a0");
        RefinerService first = start(kafka, refinement);
        RefinerFixture.write(kafka, 0, 3_000);
        Eventually.holds("the others", () -> RefinerFixture.answers(kafka).size() == 2_999);
        Eventually.holds(
                "finished offsets committed",
                () -> {
                    OffsetAndMetadata commit = onlyCommit(kafka);
                    return commit.offset() == 0
                            && FinishedRuns.read(0, commit.metadata()).end() == 5_999;
                });
        assertThat(onlyCommit(kafka).metadata()).hasSizeLessThan(100);
        first.close();
        refinement.let("a0");
        start(kafka, refinement);
        Eventually.holds("the last", () -> RefinerFixture.answers(kafka).size() == 3_000);
        Eventually.holds("all committed", () -> RefinerFixture.isAllCommitted(kafka));
        assertThat(refinement.asked("a0")).isEqualTo(2);
        assertThat(refinement.asked).hasSize(3_001);
    }

    /// More lies between what an owner that was killed had committed and its last answers than can
    /// be kept in hand.
    @Test
    void asksNothingThatAnOwnerAnsweredAndHadNoTimeToCommit() throws Exception {
        KafkaConfig kafka = log.topic("uncommitted", 1);
        RefinerFixture.write(kafka, 0, 2_000);
        List<ProducerRecord<byte[], byte[]>> answers = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            var answer =
                    Articles.of(
                            "a" + i, new Revision(1, 2), Instant.now(), ScriptedRefinement.REFINED);
            var record =
                    new ProducerRecord<>(
                            kafka.outputTopic(),
                            ("a" + i).getBytes(StandardCharsets.UTF_8),
                            ArticleJson.bytes(answer));
            AnswerHeader.add(record.headers(), i);
            answers.add(record);
        }
        RefinerFixture.send(kafka, answers);
        start(kafka, refinement);
        Eventually.holds("all refined", () -> RefinerFixture.answers(kafka).size() == 2_000);
        assertThat(refinement.asked)
                .hasSize(1_700)
                .doesNotContainAnyElementsOf(
                        answers.stream()
                                .map(one -> new String(one.key(), StandardCharsets.UTF_8))
                                .toList());
        assertThat(skipped(Skip.FINISHED_BEFORE)).isEqualTo(300);
    }

    @Test
    void passesOverWhatItCannotReadOrNeedNotRefine() throws Exception {
        KafkaConfig kafka = log.topic("poison", 1);
        start(kafka, refinement);
        List<ProducerRecord<byte[], byte[]>> poison = new ArrayList<>();
        for (String text : List.of("", "{", "null", "{\"id\":7}", "\u0000", "[".repeat(5_000))) {
            byte[] value = text.getBytes(StandardCharsets.UTF_8);
            poison.add(new ProducerRecord<>(kafka.outputTopic(), null, value));
        }
        poison.add(new ProducerRecord<>(kafka.outputTopic(), new byte[] {1}, null));
        RefinerFixture.send(kafka, poison);
        Instant now = Instant.now();
        RefinerFixture.write(
                kafka,
                List.of(
                        Articles.local("old", Revision.FIRST, now.minus(Duration.ofDays(2))),
                        Articles.of("done", Revision.FIRST, now, ScriptedRefinement.REFINED),
                        Articles.local("good", Revision.FIRST, now)));
        Eventually.holds("refined", () -> RefinerFixture.answeredIds(kafka).contains("good"));
        Eventually.holds("all committed", () -> RefinerFixture.isAllCommitted(kafka));
        assertThat(refinement.asked).containsExactly("good");
        assertThat(registry.counter("refiner_unreadable").count()).isEqualTo(7);
        assertThat(skipped(Skip.TOO_OLD)).isEqualTo(1);
        assertThat(skipped(Skip.REFINED)).isGreaterThanOrEqualTo(1);
    }

    @Test
    void answersAnArticleOnceAtATimeAndOnlyItsNewestContent() throws Exception {
        KafkaConfig kafka = log.topic("changed", 1);
        refinement.hold("a");
        start(kafka, refinement);
        Instant now = Instant.now();
        RefinerFixture.write(kafka, List.of(Articles.local("a", Revision.FIRST, now)));
        Eventually.holds("out", () -> refinement.asked("a") == 1);
        List<AnalyzedArticle> changes = new ArrayList<>();
        for (int content = 2; content <= 6; content++) {
            changes.add(Articles.local("a", new Revision(content, 1), now));
        }
        RefinerFixture.write(kafka, changes);
        Eventually.holds("the older one was given up", () -> refinement.interrupted.contains("a"));
        refinement.let("a");
        Eventually.holds("answered", () -> !RefinerFixture.answers(kafka).isEmpty());
        Eventually.holds("all committed", () -> RefinerFixture.isAllCommitted(kafka));
        assertThat(RefinerFixture.answers(kafka).getLast().revision())
                .isEqualTo(new Revision(6, 2));
        assertThat(RefinerFixture.answers(kafka))
                .noneMatch(answer -> answer.revision().content() == 1);
        assertThat(refinement.mostOfOneId).hasValue(1);
    }

    @Test
    void whatNobodyAnswersAndWhatFailsKeepsItsLocalAnswer() throws Exception {
        KafkaConfig kafka = log.topic("vain", 1);
        refinement.isDown = true;
        start(kafka, refinement);
        RefinerFixture.write(kafka, 0, 10);
        Eventually.holds("asked", () -> registry.counter("refiner_unanswered").count() == 10);
        refinement.isBroken = true;
        RefinerFixture.write(kafka, 10, 20);
        Eventually.holds(
                "failed",
                () ->
                        registry.counter("refiner_failures", "code", "processing_error").count()
                                == 10);
        Eventually.holds("all committed", () -> RefinerFixture.isAllCommitted(kafka));
        assertThat(RefinerFixture.records(kafka)).hasSize(20);
    }

    @Test
    void twoInstancesShareThePartitionsAndOneTakesOverFromTheOther() throws Exception {
        KafkaConfig kafka = log.topic("shared", 4);
        var others = new ScriptedRefinement();
        RefinerService first = start(kafka, refinement);
        RefinerFixture.write(kafka, 0, 500);
        Eventually.holds("begun", () -> !refinement.asked.isEmpty());
        RefinerService second = start(kafka, others);
        int next = 500;
        while (others.asked.isEmpty()) {
            RefinerFixture.write(kafka, next, next + 100);
            next += 100;
        }
        first.close();
        RefinerFixture.write(kafka, next, next + 500);
        int all = next + 500;
        Eventually.holds(
                "all refined",
                () -> new HashSet<>(RefinerFixture.answeredIds(kafka)).size() == all);
        Eventually.holds("all committed", () -> RefinerFixture.isAllCommitted(kafka));
        assertThat(RefinerFixture.answeredIds(kafka)).doesNotHaveDuplicates();
        assertThat(refinement.asked.size() + others.asked.size()).isEqualTo(all);
        assertThat(second.isRunning()).isTrue();
    }

    @Test
    void aBrokerThatGoesAndComesBackLosesNothing() throws Exception {
        KafkaConfig kafka = log.topic("outage", 2);
        Set<String> held = Set.of("a0", "a1", "a2", "a3", "a4");
        held.forEach(refinement::hold);
        start(kafka, refinement);
        RefinerFixture.write(kafka, 0, 200);
        Eventually.holds("out", () -> refinement.asked.size() == 200);
        log.stopBroker();
        held.forEach(refinement::let);
        Eventually.holds("answered", () -> registry.counter("refiner_refined").count() == 200);
        log.startBroker();
        RefinerFixture.write(kafka, 200, 300);
        Eventually.holds(
                "all refined",
                () -> new HashSet<>(RefinerFixture.answeredIds(kafka)).size() == 300);
        Eventually.holds("all committed", () -> RefinerFixture.isAllCommitted(kafka));
    }

    private RefinerService start(KafkaConfig kafka, Refinement refinement) {
        var service =
                new RefinerService(
                        new RefinerConfig(
                                RefinerFixture.group(kafka),
                                200,
                                Duration.ofSeconds(10),
                                Duration.ofHours(6)),
                        kafka,
                        refinement,
                        new Cascade(0),
                        "test",
                        registry,
                        InstantSource.system(),
                        fatal::complete);
        started.add(service);
        service.start();
        return service;
    }

    private static OffsetAndMetadata onlyCommit(KafkaConfig kafka) throws Exception {
        var committed = RefinerFixture.committed(kafka).values();
        return committed.isEmpty() ? new OffsetAndMetadata(-1) : committed.iterator().next();
    }

    private double skipped(Skip reason) {
        return registry.counter("refiner_skipped", "reason", reason.label()).count();
    }
}
