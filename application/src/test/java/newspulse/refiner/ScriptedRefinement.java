package newspulse.refiner;

import newspulse.model.Analyses;
import newspulse.model.Analysis;
import newspulse.model.Article;
import newspulse.model.Part;
import newspulse.model.Provenance;
import newspulse.model.Sentiment;
import newspulse.provider.Refinement;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// Answers at once, or when it is let; remembers what it was asked, and how much at once.
final class ScriptedRefinement implements Refinement {
    static final Provenance REFINED =
            new Provenance(
                    Map.of(
                            Part.SENTIMENT, "scripted",
                            Part.SUBJECTS, "local",
                            Part.KEYWORDS, "local",
                            Part.ENTITIES, "local"),
                    Set.of(),
                    1_000,
                    10);

    final Queue<String> asked = new ConcurrentLinkedQueue<>();
    final Set<String> interrupted = ConcurrentHashMap.newKeySet();
    private final Map<String, CountDownLatch> gates = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> running = new ConcurrentHashMap<>();
    final AtomicInteger mostOfOneId = new AtomicInteger();
    volatile boolean isDown;
    volatile boolean isBroken;

    /// From now on the article's answer waits for [#let].
    void hold(String id) {
        gates.put(id, new CountDownLatch(1));
    }

    void let(String id) {
        CountDownLatch gate = gates.remove(id);
        if (gate != null) {
            gate.countDown();
        }
    }

    long asked(String id) {
        return asked.stream().filter(id::equals).count();
    }

    @Override
    public Refined refine(
            Article article, Analysis local, List<String> providers, Duration deadline)
            throws InterruptedException {
        String id = article.id();
        asked.add(id);
        AtomicInteger now = running.computeIfAbsent(id, _ -> new AtomicInteger());
        mostOfOneId.accumulateAndGet(now.incrementAndGet(), Math::max);
        try {
            CountDownLatch gate = gates.get(id);
            if (gate != null) {
                gate.await();
            }
        } catch (InterruptedException e) {
            interrupted.add(id);
            throw e;
        } finally {
            now.decrementAndGet();
        }
        if (isBroken) {
            throw new IllegalStateException("broken");
        }
        return new Refined(isDown ? local : refined(local, "test+scripted"), List.of());
    }

    @Override
    public List<String> providers() {
        return List.of("scripted");
    }

    static Analysis refined(Analysis local, String modelVersion) {
        return Analyses.toned(local, Sentiment.POSITIVE, 0.5, 0.9, modelVersion, REFINED);
    }
}
