package newspulse.refiner;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import newspulse.Eventually;
import newspulse.model.Revision;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;

class CallsTest {
    private static final Revision FIRST = Revision.FIRST;
    private static final Revision CHANGED = new Revision(2, 1);

    private final Gates task = new Gates();
    private final CompletableFuture<Throwable> fatal = new CompletableFuture<>();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Calls calls = new Calls(2, task, new RefinerMetrics(registry), fatal::complete);
    private final PartitionOffsets offsets = new PartitionOffsets(null);
    private long next;

    @AfterEach
    void close() {
        calls.close();
    }

    @Test
    void noMoreAreOutThanAllowedAndTheNextGoesWhenOneEnds() throws Exception {
        add("a", FIRST);
        add("b", FIRST);
        add("c", FIRST);
        Eventually.holds("two are out", () -> task.asked.size() == 2);
        assertThat(calls.inFlight()).isEqualTo(2);
        assertThat(calls.inHand()).isEqualTo(3);
        task.let("b");
        Eventually.holds("the third is out", () -> task.asked.contains("c 1"));
        task.let("a");
        task.let("c");
        Eventually.holds("all are done", () -> calls.inHand() == 0);
        assertThat(task.published).containsExactlyInAnyOrder("a 1", "b 1", "c 1");
        assertThat(watermark()).isEqualTo(3);
    }

    @Test
    void aNewerRevisionEndsTheCallAndWaitsUntilItHasEnded() throws Exception {
        add("a", FIRST);
        Eventually.holds("out", () -> task.asked.contains("a 1"));
        add("a", CHANGED);
        Eventually.holds("the newer is out", () -> task.asked.contains("a 2"));
        task.let("a");
        Eventually.holds("done", () -> calls.inHand() == 0);
        assertThat(task.published).containsExactly("a 2");
        assertThat(registry.counter("refiner_superseded").count()).isEqualTo(1);
        assertThat(watermark()).isEqualTo(2);
    }

    @Test
    void ofThoseThatWaitTheNewestIsEnough() throws Exception {
        add("x", FIRST);
        add("y", FIRST);
        Eventually.holds("full", () -> task.asked.size() == 2);
        add("a", FIRST);
        add("a", CHANGED);
        add("a", new Revision(3, 1));
        assertThat(calls.inHand()).isEqualTo(3);
        List.of("x", "y", "a").forEach(task::let);
        Eventually.holds("done", () -> calls.inHand() == 0);
        assertThat(task.asked).doesNotContain("a 1", "a 2").contains("a 3");
        assertThat(watermark()).isEqualTo(5);
    }

    @Test
    void theSameOrALowerRevisionIsNoNews() throws Exception {
        add("a", CHANGED);
        Eventually.holds("out", () -> task.asked.contains("a 2"));
        assertThat(calls.hear("a", CHANGED)).isFalse();
        assertThat(calls.hear("a", FIRST)).isFalse();
        assertThat(calls.hear("b", FIRST)).isTrue();
        assertThat(calls.inFlight()).isEqualTo(1);
    }

    @Test
    void ourOwnAnswerThatComesBackWhileItIsPublishedChangesNothing() throws Exception {
        task.holdsPublishing = true;
        add("a", FIRST);
        task.let("a");
        Eventually.holds("publishing", () -> task.publishing.contains("a 1"));
        assertThat(calls.inFlight()).isZero();
        assertThat(calls.hear("a", FIRST.nextAnalysis())).isTrue();
        task.letPublish.countDown();
        Eventually.holds("done", () -> calls.inHand() == 0);
        assertThat(task.published).containsExactly("a 1");
        assertThat(registry.counter("refiner_superseded").count()).isZero();
    }

    @Test
    void whatIsAbandonedIsNotFinishedAndWhatEndsInTimeIs() throws Exception {
        var others = new PartitionOffsets(null);
        add("slow", FIRST);
        add("quick", FIRST);
        add("waiting", FIRST);
        Eventually.holds("out", () -> task.asked.size() == 2);
        task.let("quick");
        Eventually.holds("done", () -> task.published.contains("quick 1"));
        Eventually.holds("out", () -> task.asked.contains("waiting 1"));
        add("later", FIRST);
        others.begin(0);
        calls.add(work("other", FIRST, 0, others));
        calls.abandon(List.of(offsets), Duration.ofMillis(1));
        Eventually.holds("the other partition goes on", () -> task.asked.contains("other 1"));
        assertThat(task.asked).doesNotContain("later 1");
        var commit = offsets.uncommitted().orElseThrow();
        assertThat(commit.offset()).isZero();
        var heir = new PartitionOffsets(commit);
        assertThat(List.of(heir.begin(0), heir.begin(1), heir.begin(2), heir.begin(3)))
                .containsExactly(true, false, true, true);
        assertThat(task.published).containsExactly("quick 1");
    }

    @Test
    void takesNoMoreInHandThanItHasRoomFor() {
        int taken = 0;
        while (calls.hasRoom() && taken < 10_000) {
            add("a" + taken++, FIRST);
        }
        assertThat(taken).isEqualTo(64);
    }

    @Test
    void anErrorIsReported() throws Exception {
        task.broken = true;
        add("a", FIRST);
        task.let("a");
        assertThat(fatal.get()).hasMessage("broken");
        Eventually.holds("left", () -> calls.inHand() == 0);
        assertThat(watermark()).isZero();
    }

    private void add(String id, Revision revision) {
        long offset = next++;
        offsets.begin(offset);
        assertThat(calls.hear(id, revision)).isTrue();
        calls.add(work(id, revision, offset, offsets));
    }

    private long watermark() {
        return offsets.uncommitted().map(commit -> commit.offset()).orElse(0L);
    }

    private static Work work(String id, Revision revision, long offset, PartitionOffsets offsets) {
        byte[] key = id.getBytes(StandardCharsets.UTF_8);
        return new Work(
                Articles.local(id, revision, Instant.EPOCH),
                new ConsumerRecord<>("analysed", 0, offset, key, key),
                offsets);
    }

    /// Each article's answer comes when it is let.
    private static final class Gates implements CallTask {
        final Queue<String> asked = new ConcurrentLinkedQueue<>();
        final Queue<String> publishing = new ConcurrentLinkedQueue<>();
        final Queue<String> published = new ConcurrentLinkedQueue<>();
        final CountDownLatch letPublish = new CountDownLatch(1);
        volatile boolean holdsPublishing;
        volatile boolean broken;
        private final Map<String, CountDownLatch> gates = new ConcurrentHashMap<>();

        void let(String id) {
            gate(id).countDown();
        }

        @Override
        public byte[] ask(Work work) throws InterruptedException {
            asked.add(name(work));
            gate(work.id()).await();
            if (broken) {
                throw new IllegalStateException("broken");
            }
            return new byte[1];
        }

        @Override
        public void publish(Work work, byte[] answer, BooleanSupplier isWanted)
                throws InterruptedException {
            publishing.add(name(work));
            if (holdsPublishing) {
                letPublish.await();
            }
            if (isWanted.getAsBoolean()) {
                published.add(name(work));
            }
        }

        private CountDownLatch gate(String id) {
            return gates.computeIfAbsent(id, _ -> new CountDownLatch(1));
        }

        private static String name(Work work) {
            return work.id() + " " + work.revision().content();
        }
    }
}
