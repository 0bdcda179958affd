package newspulse.inference;

import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.server.ServerBuilder;
import com.linecorp.armeria.server.ServiceRequestContext;

import io.micrometer.core.instrument.MeterRegistry;

import newspulse.engine.Engine;
import newspulse.http.Answers;
import newspulse.http.JsonBody;
import newspulse.http.Methods;
import newspulse.http.Problems;
import newspulse.http.Turnstile;
import newspulse.intake.Intake;
import newspulse.model.Article;
import newspulse.model.Failure;
import newspulse.model.FailureCode;
import newspulse.model.Fault;
import newspulse.redis.SharedConnection;

import java.io.ByteArrayOutputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/// `/inference/single`, `/inference/batch`, `/inference/async` and `/metrics/summary`.
public final class InferenceService implements AutoCloseable {
    private final Intake intake = Intake.requiringIds();
    private final Turnstile turnstile;
    private final Analyser analyser;
    private final AsyncRequests async;
    private final InferenceMetrics metrics;
    private final Summary summary;

    public InferenceService(
            InferenceConfig config,
            Engine engine,
            String pipelineVersion,
            SharedConnection redis,
            Summary.Outside outside,
            MeterRegistry registry,
            InstantSource clock) {
        turnstile =
                new Turnstile(
                        config.maxRunning(),
                        config.maxWaiting(),
                        config.maxWaitingBytes(),
                        config.timeout());
        metrics = new InferenceMetrics(registry, (IntSupplier) turnstile::running);
        analyser = new Analyser(engine, pipelineVersion, clock);
        var store = new RedisAsyncStore(redis);
        async = new AsyncRequests(config, analyser, turnstile, store, metrics, clock);
        summary = new Summary(metrics, outside, clock);
    }

    public void addTo(ServerBuilder server) {
        server.service(
                "/inference/single",
                Methods.post((context, request) -> answered(context, request, this::single)));
        server.service(
                "/inference/batch",
                Methods.post((context, request) -> answered(context, request, this::batch)));
        server.service(
                "/inference/async",
                Methods.post((_, request) ->
                        JsonBody.read(request, body -> queued(body, this::accept))));
        server.service("/inference/async/{request_id}", Methods.get(this::result));
        server.service(
                "/metrics/summary",
                Methods.get((_, _) -> Answers.json(HttpStatus.OK, summary::write)));
    }

    /// Lets what runs end, and async articles that wait go to the engine first.
    @Override
    public void close() {
        async.close();
        turnstile.close();
    }

    private HttpResponse answered(
            ServiceRequestContext context,
            HttpRequest request,
            BiFunction<byte[], AnswerOptions, HttpResponse> work) {
        Failure fault = AnswerOptions.fault(context);
        if (fault != null) {
            request.abort();
            return Problems.of(fault);
        }
        AnswerOptions options = AnswerOptions.of(context);
        return JsonBody.read(request, body -> queued(body, bytes -> work.apply(bytes, options)));
    }

    private CompletableFuture<HttpResponse> queued(
            byte[] body, Function<byte[], HttpResponse> work) {
        return turnstile.submit(body.length, () -> work.apply(body)).exceptionally(this::refused);
    }

    private HttpResponse refused(Throwable e) {
        Throwable cause =
                e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
        if (cause instanceof Turnstile.RefusedException refused) {
            return failed(refused.failure(), 1);
        }
        metrics.failed(FailureCode.PROCESSING_ERROR, 1);
        throw new CompletionException(cause);
    }

    private HttpResponse single(byte[] body, AnswerOptions options) {
        metrics.requestedSingle();
        long start = System.nanoTime();
        return switch (intake.read(body)) {
            case Intake.Refused(Failure failure) -> failed(failure, 1);
            case Intake.Admitted(Article article) -> {
                byte[] answer = analyser.answer(article, options.explained());
                metrics.succeeded(1, System.nanoTime() - start);
                yield Answers.json(HttpStatus.OK, answer);
            }
        };
    }

    private HttpResponse batch(byte[] body, AnswerOptions options) {
        long start = System.nanoTime();
        return switch (articles(body)) {
            case Refusal(Failure failure, int count) -> failed(failure, count);
            case Accepted(List<Article> articles) -> {
                byte[] answer = array(analyser.answers(articles, options.explained()));
                metrics.succeeded(articles.size(), System.nanoTime() - start);
                yield Answers.json(HttpStatus.OK, answer);
            }
        };
    }

    private HttpResponse accept(byte[] body) {
        return switch (articles(body)) {
            case Refusal(Failure failure, int count) -> failed(failure, count);
            case Accepted(List<Article> articles) ->
                    storing(() -> {
                        AsyncRequest accepted = async.accept(articles);
                        return Answers.json(
                                HttpStatus.ACCEPTED,
                                json -> {
                                    json.writeStartObject();
                                    json.writeStringProperty("request_id", accepted.id());
                                    json.writeStringProperty("status", accepted.status().label());
                                    json.writeNumberProperty(
                                            "article_count", accepted.articleCount());
                                    json.writeStringProperty(
                                            "message",
                                            "The result is at /inference/async/" + accepted.id());
                                    json.writeEndObject();
                                });
                    });
        };
    }

    private HttpResponse result(ServiceRequestContext context, HttpRequest request) {
        String id = Objects.requireNonNull(context.pathParam("request_id"));
        return HttpResponse.of(
                turnstile
                        .submit(
                                0,
                                () ->
                                        storing(() ->
                                                async.find(id)
                                                        .map(InferenceService::found)
                                                        .orElseGet(() -> unknown(id))))
                        .exceptionally(this::refused));
    }

    private static HttpResponse found(AsyncRequest request) {
        return Answers.json(HttpStatus.OK, request.toJson());
    }

    private static HttpResponse unknown(String id) {
        return Problems.of(
                new Failure(
                        FailureCode.NOT_FOUND,
                        "There is no such async request, or its hour is over.",
                        List.of(new Fault("request_id", "is unknown", id))));
    }

    private static HttpResponse storing(Supplier<HttpResponse> work) {
        try {
            return work.get();
        } catch (AsyncStore.UnavailableException e) {
            return Problems.of(
                    FailureCode.DEPENDENCY_UNAVAILABLE, Objects.requireNonNull(e.getMessage()));
        } catch (Turnstile.RefusedException e) {
            return Problems.of(e.failure());
        }
    }

    /// What a body of several articles turned out to be.
    private sealed interface Several {}

    private record Accepted(List<Article> articles) implements Several {}

    private record Refusal(Failure failure, int count) implements Several {}

    private Several articles(byte[] body) {
        return switch (intake.readAll(body)) {
            case Intake.Unreadable(Failure failure) -> {
                metrics.requestedBatch(1);
                yield new Refusal(failure, 1);
            }
            case Intake.Articles(boolean isArray, List<Intake.Element> elements) -> {
                metrics.requestedBatch(elements.size());
                yield isArray && !elements.isEmpty() && elements.size() <= InferenceConfig.MAX_BATCH
                        ? valid(elements)
                        : new Refusal(wrongCount(isArray, elements.size()), elements.size());
            }
        };
    }

    private static Failure wrongCount(boolean isArray, int count) {
        return new Failure(
                FailureCode.INVALID_REQUEST,
                "A batch is an array of 1 to "
                        + InferenceConfig.MAX_BATCH
                        + " articles; this is "
                        + (isArray ? "an array of " + count + "." : "no array."));
    }

    private static Several valid(List<Intake.Element> elements) {
        List<Article> articles = new ArrayList<>(elements.size());
        List<Fault> faults = new ArrayList<>();
        for (Intake.Element element : elements) {
            switch (element.outcomeInBody()) {
                case Intake.Admitted(Article article) -> articles.add(article);
                case Intake.Refused(Failure failure) -> faults.addAll(failure.faults());
            }
        }
        return faults.isEmpty()
                ? new Accepted(articles)
                : new Refusal(
                        new Failure(
                                FailureCode.INVALID_ARTICLE,
                                elements.size()
                                        - articles.size()
                                        + " of the articles break a rule.",
                                faults),
                        elements.size());
    }

    private HttpResponse failed(Failure failure, int articles) {
        metrics.failed(failure.code(), articles);
        return Problems.of(failure);
    }

    private static byte[] array(List<byte[]> elements) {
        var joined = new ByteArrayOutputStream(2_048 * elements.size());
        for (int i = 0; i < elements.size(); i++) {
            joined.write(i == 0 ? '[' : ',');
            joined.writeBytes(elements.get(i));
        }
        joined.write(']');
        return joined.toByteArray();
    }
}
