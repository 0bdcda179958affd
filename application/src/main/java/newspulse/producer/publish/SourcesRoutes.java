package newspulse.producer.publish;

import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.server.ServerBuilder;

import newspulse.http.Answers;
import newspulse.http.Methods;
import newspulse.http.Problems;
import newspulse.http.Turnstile;
import newspulse.model.Failure;
import newspulse.producer.schedule.Silence;
import newspulse.producer.schedule.SourceState;
import newspulse.producer.schedule.SourceStatus;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/// `GET /sources`: how every source is doing, whichever replica asks it.
public final class SourcesRoutes implements AutoCloseable {
    private static final int MAX_RUNNING = 2;
    private static final int MAX_WAITING = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Supplier<List<SourceStatus>> sources;
    private final InstantSource clock;
    private final Turnstile turnstile =
            new Turnstile(MAX_RUNNING, MAX_WAITING, MAX_WAITING, PATIENCE);

    /// Takes what it needs.
    ///
    /// @param sources in the order of the list; may block
    public SourcesRoutes(Supplier<List<SourceStatus>> sources, InstantSource clock) {
        this.sources = sources;
        this.clock = clock;
    }

    public void addTo(ServerBuilder server) {
        server.service(
                "/sources",
                Methods.get((_, request) -> {
                    request.abort();
                    return HttpResponse.of(
                            turnstile.submit(1, this::answer).exceptionally(Problems::ofRefusal));
                }));
    }

    @Override
    public void close() {
        turnstile.close();
    }

    private HttpResponse answer() {
        List<SourceStatus> all = sources.get();
        Instant now = clock.instant();
        return Answers.json(HttpStatus.OK, json -> write(json, all, now));
    }

    private static void write(JsonGenerator json, List<SourceStatus> all, Instant now) {
        json.writeStartObject();
        json.writeNumberProperty("count", all.size());
        json.writeName("states");
        json.writeStartObject();
        for (SourceState state : SourceState.values()) {
            long count = all.stream().filter(status -> status.state(now) == state).count();
            json.writeNumberProperty(state.label(), count);
        }
        json.writeEndObject();
        json.writeName("sources");
        json.writeStartArray();
        all.forEach(status -> write(json, status, now));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, SourceStatus status, Instant now) {
        json.writeStartObject();
        json.writeStringProperty("name", status.name());
        json.writeStringProperty("kind", status.kind().label());
        json.writeStringProperty("state", status.state(now).label());
        json.writeNumberProperty("articles", status.articles());
        json.writeNumberProperty("interval_seconds", seconds(status.interval()));
        json.writeNumberProperty("answer_seconds", status.answerSeconds());
        json.writeNumberProperty("lateness_seconds", seconds(status.lateness()));
        write(json, "last_success", status.lastSuccess());
        write(json, "last_news", status.lastNews());
        write(json, "next_fetch", status.gone() ? null : status.nextFetch());
        json.writeNumberProperty("failures", status.failures());
        write(json, status.failure());
        write(json, status.silence(now));
        json.writeEndObject();
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1e3;
    }

    private static void write(JsonGenerator json, String name, @Nullable Instant time) {
        if (time == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, time.toString());
        }
    }

    private static void write(JsonGenerator json, @Nullable Failure failure) {
        if (failure == null) {
            json.writeNullProperty("error");
            return;
        }
        json.writeName("error");
        json.writeStartObject();
        json.writeStringProperty("code", failure.code().label());
        json.writeStringProperty("detail", failure.detail());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, @Nullable Silence silence) {
        if (silence == null) {
            json.writeNullProperty("silence");
            return;
        }
        json.writeName("silence");
        json.writeStartObject();
        json.writeStringProperty("reason", silence.kind().label());
        json.writeNumberProperty("seen", silence.seen());
        json.writeNumberProperty("expected", silence.expected());
        json.writeEndObject();
    }
}
