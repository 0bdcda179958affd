package newspulse.producer.publish;

import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.server.ServerBuilder;

import newspulse.http.Answers;
import newspulse.http.JsonBody;
import newspulse.http.Methods;
import newspulse.http.Problems;
import newspulse.http.Turnstile;
import newspulse.intake.Intake;
import newspulse.model.Failure;
import newspulse.model.FailureCode;
import newspulse.producer.Outbox;
import newspulse.producer.Outcome;
import newspulse.producer.Submission;

import tools.jackson.core.JsonGenerator;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntSupplier;

/// `POST /articles` and `POST /fetch-now`.
public final class PublishRoutes implements AutoCloseable {
    static final int MAX_ARTICLES = 1_000;
    private static final int MAX_RUNNING = 16;
    private static final int MAX_WAITING = 1_000;
    private static final long MAX_WAITING_BYTES = 64L << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Intake intake = Intake.derivingIds();
    private final Outbox outbox;
    private final IntSupplier fetchNow;
    private final Turnstile turnstile =
            new Turnstile(MAX_RUNNING, MAX_WAITING, MAX_WAITING_BYTES, PATIENCE);

    /// Takes what it needs.
    ///
    /// @param fetchNow asks every source now, and tells how many those are
    public PublishRoutes(Outbox outbox, IntSupplier fetchNow) {
        this.outbox = outbox;
        this.fetchNow = fetchNow;
    }

    public void addTo(ServerBuilder server) {
        server.service(
                "/articles", Methods.post((_, request) -> JsonBody.read(request, this::queued)));
        server.service(
                "/fetch-now",
                Methods.post((_, request) -> {
                    request.abort();
                    int sources = fetchNow.getAsInt();
                    return Answers.json(
                            HttpStatus.ACCEPTED,
                            json -> {
                                json.writeStartObject();
                                json.writeStringProperty(
                                        "message", sources + " sources are being asked.");
                                json.writeNumberProperty("sources", sources);
                                json.writeEndObject();
                            });
                }));
    }

    @Override
    public void close() {
        turnstile.close();
    }

    private CompletableFuture<HttpResponse> queued(byte[] body) {
        return turnstile
                .submit(body.length, () -> publish(body))
                .exceptionally(Problems::ofRefusal);
    }

    private HttpResponse publish(byte[] body) {
        return switch (intake.readAll(body)) {
            case Intake.Unreadable(Failure failure) -> Problems.of(failure);
            case Intake.Articles(_, List<Intake.Element> elements)
                    when elements.isEmpty() || elements.size() > MAX_ARTICLES ->
                    Problems.of(
                            FailureCode.INVALID_REQUEST,
                            "Send one article or an array of 1 to "
                                    + MAX_ARTICLES
                                    + "; this is an array of "
                                    + elements.size()
                                    + ".");
            case Intake.Articles(_, List<Intake.Element> elements) ->
                    answer(
                            elements.stream()
                                    .<Submission>map(element ->
                                            new Submission.Checked(
                                                    Arrays.copyOfRange(
                                                            body, element.start(), element.end()),
                                                    element.outcome()))
                                    .toList());
        };
    }

    private HttpResponse answer(List<Submission> submissions) {
        List<Outcome> outcomes;
        try {
            outcomes = outbox.offer(submissions);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Problems.of(FailureCode.DRAINING, "The service is being stopped.");
        }
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Unavailable(Failure failure)) {
                return Problems.of(failure);
            }
        }
        return Answers.json(HttpStatus.ACCEPTED, json -> write(json, outcomes));
    }

    private static void write(JsonGenerator json, List<Outcome> outcomes) {
        json.writeStartObject();
        json.writeNumberProperty("count", outcomes.size());
        json.writeName("outcomes");
        json.writeStartArray();
        for (Outcome outcome : outcomes) {
            json.writeStartObject();
            switch (outcome) {
                case Outcome.Accepted(String id) -> write(json, id, "accepted");
                case Outcome.Duplicate(String id) -> write(json, id, "duplicate");
                case Outcome.Rejected(Failure failure) -> {
                    json.writeStringProperty("outcome", "rejected");
                    json.writeStringProperty("code", failure.code().label());
                    json.writeStringProperty("detail", failure.detail());
                    Problems.writeFaults(json, failure);
                }
                case Outcome.Unavailable _ -> throw new IllegalStateException("answered with 503");
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String id, String outcome) {
        json.writeStringProperty("outcome", outcome);
        json.writeStringProperty("id", id);
    }
}
