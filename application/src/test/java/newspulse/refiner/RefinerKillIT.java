package newspulse.refiner;

import static org.assertj.core.api.Assertions.assertThat;

import newspulse.Eventually;
import newspulse.kafka.KafkaConfig;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/// What a `kill -9` costs.
class RefinerKillIT {
    private static final int ARTICLES = 2_000;
    private static final int IN_FLIGHT = 50;

    @TempDir static Path directory;

    @Test
    void aKillRepeatsOnlyTheCallsWhoseAnswersNobodyHas() throws Exception {
        try (var log = new RefinerFixture(directory)) {
            KafkaConfig kafka = log.topic("killed", 2);
            RefinerFixture.write(kafka, 0, ARTICLES);
            Queue<String> before = new ConcurrentLinkedQueue<>();
            Process first = RefinerChild.start(kafka, "killed", IN_FLIGHT, "first");
            Thread reading = read(first, before);
            Eventually.holds("half way", () -> before.size() > ARTICLES / 2);
            first.destroyForcibly().waitFor();
            reading.join();
            Queue<String> after = new ConcurrentLinkedQueue<>();
            Process second = RefinerChild.start(kafka, "killed", IN_FLIGHT, "second");
            try {
                Thread readingOn = read(second, after);
                Eventually.holds(
                        "all refined",
                        () -> new HashSet<>(RefinerFixture.answeredIds(kafka)).size() == ARTICLES);
                Eventually.holds("all committed", () -> RefinerFixture.isAllCommitted(kafka));
                second.destroyForcibly().waitFor();
                readingOn.join();
            } finally {
                second.destroyForcibly().waitFor();
            }
            // The log as it is in the end: at the kill, answers may still have been on their way.
            List<String> answered = answeredBy(kafka, "first");
            Set<String> inFlight = new HashSet<>(before);
            answered.forEach(inFlight::remove);
            List<String> repeated = after.stream().filter(before::contains).toList();
            assertThat(answered).isNotEmpty();
            assertThat(repeated).containsExactlyInAnyOrderElementsOf(inFlight);
            assertThat(inFlight).hasSizeLessThanOrEqualTo(3 * IN_FLIGHT);
            assertThat(RefinerFixture.answeredIds(kafka)).doesNotHaveDuplicates();
        }
    }

    private static List<String> answeredBy(KafkaConfig kafka, String modelVersion) {
        return RefinerFixture.answers(kafka).stream()
                .filter(one -> one.analysis().modelVersion().equals(modelVersion))
                .map(one -> one.article().id())
                .toList();
    }

    /// Only whole lines: the last may have been cut off.
    private static Thread read(Process process, Queue<String> calls) {
        return Thread.ofVirtual()
                .start(() -> {
                    try (BufferedReader lines = process.inputReader()) {
                        for (String line = lines.readLine();
                                line != null;
                                line = lines.readLine()) {
                            if (line.startsWith("call ")) {
                                calls.add(line.substring("call ".length()));
                            }
                        }
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }
}
