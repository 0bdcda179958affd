package newspulse.inference;

import static org.assertj.core.api.Assertions.assertThat;

import newspulse.engine.Engine;
import newspulse.model.Analyses;
import newspulse.model.Analysis;
import newspulse.model.Article;
import newspulse.model.Explanation;
import newspulse.model.Provenance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// Answers when it is let, and remembers how it was asked.
final class GatedEngine implements Engine {
    final List<Integer> batches = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger running = new AtomicInteger();
    final AtomicInteger most = new AtomicInteger();
    CountDownLatch gate = new CountDownLatch(0);

    void closeGate() {
        gate = new CountDownLatch(1);
    }

    void awaitRunning(int count) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (running.get() < count && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(running).hasValue(count);
    }

    @Override
    public Analysis analyze(Article article) {
        most.accumulateAndGet(running.incrementAndGet(), Math::max);
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            running.decrementAndGet();
        }
        return Analyses.neutral(
                0.3, List.of(), Instant.EPOCH, modelVersion(), Provenance.ALL_LOCAL);
    }

    @Override
    public List<Analysis> analyzeAll(List<Article> articles) {
        batches.add(articles.size());
        return articles.stream().map(this::analyze).toList();
    }

    @Override
    public Explanation explain(Article article, Analysis analysis) {
        return new Explanation(
                List.of(
                        new Explanation.Reason("sentiment", "neutral", "of a gate", List.of()),
                        new Explanation.Reason("topics", "none", "of a gate", List.of())));
    }

    @Override
    public String modelVersion() {
        return "gated";
    }
}
