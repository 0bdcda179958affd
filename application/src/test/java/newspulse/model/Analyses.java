package newspulse.model;

import java.time.Instant;
import java.util.List;

/// Analyses for tests that ask nothing of what they say.
public final class Analyses {
    private Analyses() {}

    /// A neutral one of an English text.
    public static Analysis neutral(
            double importance, List<String> keywords, Instant at, String model, Provenance by) {
        return new Analysis(
                Sentiment.NEUTRAL,
                0,
                0.5,
                keywords,
                "en",
                0.9,
                List.of(),
                List.of(),
                importance,
                at,
                model,
                0.1,
                by);
    }

    /// The same with a tone that somebody else has answered.
    public static Analysis toned(
            Analysis local,
            Sentiment sentiment,
            double score,
            double confidence,
            String model,
            Provenance by) {
        return new Analysis(
                sentiment,
                score,
                confidence,
                local.keywords(),
                local.language(),
                local.languageConfidence(),
                local.entities(),
                local.subjects(),
                local.importanceScore(),
                local.analyzedAt(),
                model,
                local.inferenceTimeMs(),
                by);
    }
}
