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
import newspulse.model.Analysis;
import newspulse.model.Article;
import newspulse.model.Failure;
import newspulse.model.FailureCode;
import newspulse.model.Fault;
import newspulse.provider.Cascade;
import newspulse.provider.Refinement;
import newspulse.redis.SharedConnection;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/// `/inference/single`, `/inference/batch`, `/inference/async` and `/metrics/summary`.
public final class InferenceService implements AutoCloseable {
    private final Intake intake = Intake.requiringIds();
    private final Turnstile turnstile;
    private final Analyser analyser;
    private final Improver improver;
    private final OptionReader options;
    private final long timeoutNanos;
    private final AsyncRequests async;
    private final InferenceMetrics metrics;
    private final Summary summary;

    /// Builds the service.
    ///
    /// @param refinement models outside that can be asked; empty when none is set up
    /// @param cascade decides which articles they are asked about when nobody names them
    public InferenceService(
            InferenceConfig config,
            Engine engine,
            String pipelineVersion,
            Optional<Refinement> refinement,
            Cascade cascade,
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
        improver = new Improver(config, refinement, cascade, metrics);
        options = new OptionReader(improver.providers(), config.refinesByDefault());
        timeoutNanos = config.timeout().toNanos();
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
        improver.close();
    }

    /// Work on a body that ends with an answer, now or when others have been asked.
    private interface Answering {
        CompletableFuture<HttpResponse> answer(byte[] body, AnswerOptions options, long start);
    }

    private HttpResponse answered(
            ServiceRequestContext context, HttpRequest request, Answering work) {
        return switch (options.read(context)) {
            case AnswerOptions.Refused(Failure fault) -> {
                request.abort();
                yield Problems.of(fault);
            }
            case AnswerOptions.Read(AnswerOptions asked) ->
                    JsonBody.read(
                            request,
                            body -> {
                                long start = System.nanoTime();
                                return turnstile
                                        .submit(
                                                body.length,
                                                () -> new Turn(work.answer(body, asked, start)))
                                        .thenCompose(Turn::answer)
                                        .exceptionally(this::refused);
                            });
        };
    }

    /// What a turn at the turnstile leads to: an answer that may still wait for others elsewhere.
    private record Turn(CompletableFuture<HttpResponse> answer) {}

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

    private CompletableFuture<HttpResponse> single(byte[] body, AnswerOptions options, long start) {
        metrics.requestedSingle();
        return switch (intake.read(body)) {
            case Intake.Refused(Failure failure) ->
                    CompletableFuture.completedFuture(failed(failure, 1));
            case Intake.Admitted(Article article) -> {
                Instant received = analyser.now();
                var local =
                        new Answered(
                                List.of(article), List.of(analyser.analysis(article)), received);
                yield improved(local, options, start)
                        .thenApply(all -> Answers.json(HttpStatus.OK, all.getFirst()));
            }
        };
    }

    private CompletableFuture<HttpResponse> batch(byte[] body, AnswerOptions options, long start) {
        return switch (several(body)) {
            case Several.Refusal(Failure failure, int count) ->
                    CompletableFuture.completedFuture(failed(failure, count));
            case Several.Accepted(List<Article> articles) -> {
                Instant received = analyser.now();
                var local = new Answered(articles, analyser.analyses(articles), received);
                yield improved(local, options, start)
                        .thenApply(all -> Answers.json(HttpStatus.OK, array(all)));
            }
        };
    }

    /// Articles with their analyses, in order.
    private record Answered(List<Article> articles, List<Analysis> analyses, Instant received) {
        Answered with(List<Analysis> better) {
            return new Answered(articles, better, received);
        }
    }

    /// The local answers as JSON or, later and on a thread that waits elsewhere, better ones.
    private CompletableFuture<List<byte[]>> improved(
            Answered local, AnswerOptions options, long start) {
        if (!improver.leadsOut(options.route())) {
            return CompletableFuture.completedFuture(written(local, options, start));
        }
        return improver.improve(
                        local.articles(), local.analyses(), options.route(), start + timeoutNanos)
                .thenApply(better -> written(local.with(better), options, start));
    }

    private List<byte[]> written(Answered answered, AnswerOptions options, long start) {
        List<byte[]> answers =
                analyser.answers(
                        answered.articles(),
                        answered.analyses(),
                        answered.received(),
                        options.explained());
        metrics.succeeded(answers.size(), System.nanoTime() - start);
        return answers;
    }

    private Several several(byte[] body) {
        Several several = Several.read(intake, body);
        metrics.requestedBatch(several.count());
        return several;
    }

    private HttpResponse accept(byte[] body) {
        return switch (several(body)) {
            case Several.Refusal(Failure failure, int count) -> failed(failure, count);
            case Several.Accepted(List<Article> articles) ->
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
