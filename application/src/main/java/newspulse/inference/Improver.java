package newspulse.inference;

import newspulse.http.Turnstile;
import newspulse.inference.AnswerOptions.Auto;
import newspulse.inference.AnswerOptions.Local;
import newspulse.inference.AnswerOptions.Route;
import newspulse.inference.AnswerOptions.To;
import newspulse.model.Analysis;
import newspulse.model.Article;
import newspulse.model.FailureCode;
import newspulse.provider.Cascade;
import newspulse.provider.Refinement;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// Has local answers improved by models outside, each article on its own and side by side, behind a
/// turnstile of its own: however slow those models are, they take no place from requests that can
/// be answered here. An article whose turn does not come in time keeps its local answer.
final class Improver implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Improver.class);

    private final @Nullable Refinement refinement;
    private final Cascade cascade;
    private final Turnstile turnstile;
    private final InferenceMetrics metrics;

    Improver(
            InferenceConfig config,
            Optional<Refinement> refinement,
            Cascade cascade,
            InferenceMetrics metrics) {
        this.refinement = refinement.orElse(null);
        this.cascade = cascade;
        this.metrics = metrics;
        turnstile =
                new Turnstile(
                        config.maxRefining(),
                        config.maxWaiting(),
                        config.maxWaitingBytes(),
                        config.timeout());
    }

    /// The names that a client can ask for.
    List<String> providers() {
        return refinement == null ? List.of() : refinement.providers();
    }

    /// Whether the route can lead anywhere but here.
    boolean leadsOut(Route route) {
        return refinement != null && !(route instanceof Local);
    }

    /// The better analyses, in the order of the articles, when the last is there.
    ///
    /// @param deadline by [System#nanoTime], for all of them
    CompletableFuture<List<Analysis>> improve(
            List<Article> articles, List<Analysis> locals, Route route, long deadline) {
        List<CompletableFuture<Analysis>> each = new ArrayList<>(articles.size());
        for (int i = 0; i < articles.size(); i++) {
            each.add(improve(articles.get(i), locals.get(i), route, deadline));
        }
        return CompletableFuture.allOf(each.toArray(CompletableFuture[]::new))
                .thenApply(_ -> each.stream().map(CompletableFuture::join).toList());
    }

    @Override
    public void close() {
        turnstile.close();
    }

    private CompletableFuture<Analysis> improve(
            Article article, Analysis local, Route route, long deadline) {
        if (refinement == null) {
            return CompletableFuture.completedFuture(local);
        }
        List<String> providers =
                switch (route) {
                    case Local() -> List.of();
                    case Auto() -> cascade.sendsOut(local) ? refinement.providers() : List.of();
                    case To(String provider) -> List.of(provider);
                };
        if (providers.isEmpty()) {
            return CompletableFuture.completedFuture(local);
        }
        return turnstile
                .submit(
                        weight(article),
                        left(deadline),
                        () -> ask(refinement, article, local, providers, left(deadline)))
                .exceptionally(e -> kept(local, e));
    }

    private Analysis ask(
            Refinement refinement,
            Article article,
            Analysis local,
            List<String> providers,
            Duration left) {
        if (left.isZero()) {
            metrics.improved("overloaded");
            return local;
        }
        try {
            Analysis better = refinement.refine(article, local, providers, left).analysis();
            metrics.improved(better.provenance().isRefined() ? "refined" : "unanswered");
            return better;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return local;
        }
    }

    /// The local answer, where there can be no other.
    private Analysis kept(Analysis local, Throwable e) {
        Throwable cause =
                e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
        if (cause instanceof Turnstile.RefusedException) {
            metrics.improved("overloaded");
        } else {
            metrics.improved("failed");
            log.error(
                    "code={}: an article keeps its local answer",
                    FailureCode.PROCESSING_ERROR.label(),
                    cause);
        }
        return local;
    }

    private static Duration left(long deadline) {
        return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    }

    private static long weight(Article article) {
        return 2L
                * (article.title().length()
                        + length(article.description())
                        + length(article.content()));
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }
}
