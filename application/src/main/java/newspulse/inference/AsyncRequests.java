package newspulse.inference;

import newspulse.http.Turnstile;
import newspulse.model.Article;
import newspulse.model.FailureCode;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/// Requests that are answered later. Their articles, of whichever requests, go to the engine in
/// batches that are worked on behind the same turnstile as everything else.
final class AsyncRequests implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(AsyncRequests.class);

    private final InferenceConfig config;
    private final Analyser analyser;
    private final Turnstile turnstile;
    private final AsyncStore store;
    private final InferenceMetrics metrics;
    private final InstantSource clock;
    private final Batcher<Item> batcher;

    AsyncRequests(
            InferenceConfig config,
            Analyser analyser,
            Turnstile turnstile,
            AsyncStore store,
            InferenceMetrics metrics,
            InstantSource clock) {
        this.config = config;
        this.analyser = analyser;
        this.turnstile = turnstile;
        this.store = store;
        this.metrics = metrics;
        this.clock = clock;
        this.batcher = new Batcher<>(config.batchSize(), config.batchTimeout(), this::begin);
    }

    /// Takes a request in: it is kept before this returns.
    ///
    /// @throws AsyncStore.UnavailableException when it cannot be kept
    /// @throws Turnstile.RefusedException when too many articles wait already
    AsyncRequest accept(List<Article> articles) {
        String id = UUID.randomUUID().toString();
        var deadline = clock.instant().plus(config.batchTimeout()).plus(config.timeout());
        var accepted = AsyncRequest.accepted(id, articles.size(), deadline);
        store.put(accepted);
        var work = new Work(accepted, articles.size());
        List<Item> items =
                IntStream.range(0, articles.size())
                        .mapToObj(i -> new Item(work, i, articles.get(i)))
                        .toList();
        if (!batcher.offer(items)) {
            throw new Turnstile.RefusedException(
                    FailureCode.OVERLOADED, "More async articles wait than can be kept waiting.");
        }
        return accepted;
    }

    Optional<AsyncRequest> find(String id) {
        return store.find(id).map(request -> request.seenAt(clock.instant()));
    }

    @Override
    public void close() {
        batcher.close();
    }

    private void begin(List<Item> batch) {
        var _ =
                turnstile
                        .submit(0, () -> analyse(batch))
                        .exceptionally(e -> {
                            fail(batch, e);
                            return null;
                        });
    }

    private Void analyse(List<Item> batch) {
        for (Item item : batch) {
            if (item.work().begin()) {
                save(item.work().request().running());
            }
        }
        long start = System.nanoTime();
        List<Article> articles = batch.stream().map(Item::article).toList();
        List<byte[]> answers =
                analyser.answers(articles, analyser.analyses(articles), analyser.now(), false);
        metrics.succeeded(batch.size(), System.nanoTime() - start);
        for (int i = 0; i < batch.size(); i++) {
            Item item = batch.get(i);
            if (item.work().answer(item.index(), answers.get(i))) {
                save(item.work().request().done(item.work().answers()));
            }
        }
        return null;
    }

    private void fail(List<Item> batch, Throwable e) {
        Throwable cause =
                e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
        log.error("code=processing_error: a batch of async articles failed", cause);
        metrics.failed(FailureCode.PROCESSING_ERROR, batch.size());
        batch.stream()
                .map(item -> item.work().request())
                .distinct()
                .forEach(request ->
                        save(request.failed("The engine failed: " + cause.getMessage())));
    }

    /// A result that cannot be stored is lost to its reader, who sees the request fail at its
    /// deadline.
    private void save(AsyncRequest request) {
        try {
            store.put(request);
        } catch (AsyncStore.UnavailableException e) {
            log.warn(
                    "code=dependency_unavailable request={} status={}: {}",
                    request.id(),
                    request.status().label(),
                    e.getMessage());
        }
    }

    private record Item(Work work, int index, Article article) {}

    /// The answers of one request as they come, from whichever batches.
    private static final class Work {
        private final AsyncRequest request;
        private final AtomicReferenceArray<byte[]> answers;
        private final AtomicInteger missing;
        private final AtomicInteger begun = new AtomicInteger();

        Work(AsyncRequest request, int articles) {
            this.request = request;
            this.answers = new AtomicReferenceArray<>(articles);
            this.missing = new AtomicInteger(articles);
        }

        AsyncRequest request() {
            return request;
        }

        /// True for the first of its articles.
        boolean begin() {
            return begun.getAndIncrement() == 0;
        }

        /// True for the last of its articles.
        boolean answer(int index, byte[] answer) {
            answers.set(index, answer);
            return missing.decrementAndGet() == 0;
        }

        List<String> answers() {
            List<String> all = new ArrayList<>(answers.length());
            for (int i = 0; i < answers.length(); i++) {
                all.add(new String(answers.get(i), StandardCharsets.UTF_8));
            }
            return all;
        }
    }
}
