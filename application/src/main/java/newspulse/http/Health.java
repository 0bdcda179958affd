package newspulse.http;

import newspulse.wire.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/// How the process is, from probes that ask the real thing about once a second. An answer that grew
/// old because its probe hangs counts as no.
public final class Health implements AutoCloseable {
    static final Duration PROBE_EVERY = Duration.ofSeconds(1);
    static final Duration PROBE_AGAIN = Duration.ofMillis(200);
    private static final Duration POLL_EVERY = Duration.ofMillis(20);
    static final Duration BELIEVED_FOR = Duration.ofSeconds(4);

    private final String version;
    private final InstantSource clock;
    private final List<Watched> watched = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean started;
    private volatile boolean draining;

    public Health(String version, InstantSource clock) {
        this.version = version;
        this.clock = clock;
    }

    /// Asks whether something serves now. May block for some seconds; must not throw.
    @FunctionalInterface
    public interface Probe {
        boolean serves() throws InterruptedException;
    }

    /// How much a process depends on something.
    public enum Need {
        /// It cannot serve without it.
        REQUIRED,
        /// It serves less without it.
        HELPFUL,
        /// It is only told.
        NONE
    }

    /// Watches something from now on.
    ///
    /// @param field its name in the health document, such as `redis_connected`
    public void watch(String field, Need need, Probe probe) {
        var watched = new Watched(field, need, new AtomicReference<>());
        this.watched.add(watched);
        threads.add(
                Thread.ofVirtual().name("health-" + field).start(() -> keepAsking(watched, probe)));
    }

    /// All roles run.
    public void started() {
        started = true;
    }

    /// From now on the process takes no more work.
    public void draining() {
        draining = true;
    }

    public boolean isStarted() {
        return started;
    }

    /// Whether everything required serves now.
    public boolean isReady() {
        return started
                && !draining
                && watched.stream().allMatch(one -> one.need() != Need.REQUIRED || serves(one));
    }

    /// Waits until everything required serves; false when it does not within the patience.
    public boolean awaitReady(Duration patience) throws InterruptedException {
        Instant deadline = clock.instant().plus(patience);
        while (!isReady()) {
            if (clock.instant().isAfter(deadline)) {
                return false;
            }
            Thread.sleep(POLL_EVERY);
        }
        return true;
    }

    /// The health document: `status` is `healthy`, `degraded` (something not required is missing),
    /// `starting`, `draining` or `unhealthy`.
    public byte[] document() {
        return Json.write(this::write);
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
    }

    private void write(JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("status", status());
        json.writeStringProperty("timestamp", clock.instant().toString());
        json.writeStringProperty("version", version);
        for (Watched one : watched) {
            json.writeBooleanProperty(one.field(), serves(one));
        }
        json.writeEndObject();
    }

    /// One word for how the process is.
    public String status() {
        if (draining) {
            return "draining";
        }
        if (!started) {
            return "starting";
        }
        if (!isReady()) {
            return "unhealthy";
        }
        return watched.stream().allMatch(one -> one.need() == Need.NONE || serves(one))
                ? "healthy"
                : "degraded";
    }

    private boolean serves(Watched one) {
        Answer answer = one.last().get();
        return answer != null
                && answer.serves()
                && Duration.between(answer.at(), clock.instant()).compareTo(BELIEVED_FOR) <= 0;
    }

    private void keepAsking(Watched one, Probe probe) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                boolean serves = probe.serves();
                one.last().set(new Answer(serves, clock.instant()));
                Thread.sleep(serves ? PROBE_EVERY : PROBE_AGAIN);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private record Watched(String field, Need need, AtomicReference<@Nullable Answer> last) {}

    private record Answer(boolean serves, Instant at) {}
}
