package newspulse.inference;

import newspulse.model.Analyses;
import newspulse.model.Analysis;
import newspulse.model.Article;
import newspulse.model.Part;
import newspulse.model.Provenance;
import newspulse.provider.Refinement;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Answers the tone when it is let, or not at all once its time is over; remembers how it was
/// asked.
final class GatedRefinement implements Refinement {
    record Asked(String article, List<String> providers, Duration deadline) {}

    final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
    volatile CountDownLatch gate = new CountDownLatch(0);

    void closeGate() {
        gate = new CountDownLatch(1);
    }

    @Override
    public Refined refine(
            Article article, Analysis local, List<String> providers, Duration deadline)
            throws InterruptedException {
        asked.add(new Asked(article.id(), providers, deadline));
        if (article.id().equals("broken")) {
            throw new IllegalStateException("broken");
        }
        return gate.await(deadline.toNanos(), TimeUnit.NANOSECONDS)
                ? new Refined(refined(local, providers.getFirst()), List.of())
                : new Refined(local, List.of());
    }

    @Override
    public List<String> providers() {
        return List.of("openai", "onnx");
    }

    static Analysis refined(Analysis local, String provider) {
        return Analyses.toned(
                local,
                local.sentiment(),
                local.sentimentScore(),
                0.95,
                local.modelVersion() + "+" + provider,
                new Provenance(
                        Map.of(
                                Part.SENTIMENT, provider,
                                Part.SUBJECTS, "local",
                                Part.KEYWORDS, "local",
                                Part.ENTITIES, "local"),
                        Set.of(),
                        2_500,
                        40));
    }
}
