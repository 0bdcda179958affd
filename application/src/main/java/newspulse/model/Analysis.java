package newspulse.model;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;

/// What a model says about one article.
///
/// @param sentimentScore -1 (negative) to 1 (positive)
/// @param confidence 0..1, calibrated: of the answers given with 0.8, about 80 % are right
/// @param keywords at most [#MAX_KEYWORDS], lower case, most telling first, no doubles
/// @param language ISO 639-1, or `und`
/// @param languageConfidence 0..1
/// @param entities most salient first
/// @param subjects most likely first, none twice
/// @param importanceScore 0..1
/// @param modelVersion which model files gave this answer
/// @param inferenceTimeMs how long the model took, in milliseconds
/// @param provenance who answered what, and for how much
public record Analysis(
        Sentiment sentiment,
        double sentimentScore,
        double confidence,
        List<String> keywords,
        String language,
        double languageConfidence,
        List<Entity> entities,
        List<SubjectScore> subjects,
        double importanceScore,
        Instant analyzedAt,
        String modelVersion,
        double inferenceTimeMs,
        Provenance provenance) {
    public static final int MAX_KEYWORDS = 10;
    public static final String UNDETERMINED = "und";

    public Analysis {
        Require.within("sentiment_score", sentimentScore, -1, 1);
        Require.within("confidence", confidence, 0, 1);
        Require.within("language_confidence", languageConfidence, 0, 1);
        Require.within("importance_score", importanceScore, 0, 1);
        Require.within("inference_time_ms", inferenceTimeMs, 0, Double.MAX_VALUE);
        Require.text("language", language, 3);
        Require.text("model_version", modelVersion, 200);
        keywords = List.copyOf(keywords);
        entities = List.copyOf(entities);
        subjects = List.copyOf(subjects);
        if (keywords.size() > MAX_KEYWORDS || new HashSet<>(keywords).size() != keywords.size()) {
            throw new IllegalArgumentException("not at most 10 distinct keywords: " + keywords);
        }
        if (subjects.stream().map(SubjectScore::subject).distinct().count() != subjects.size()) {
            throw new IllegalArgumentException("a subject twice: " + subjects);
        }
    }
}
