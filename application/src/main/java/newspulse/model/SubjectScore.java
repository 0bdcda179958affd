package newspulse.model;

/// A subject, and how likely it is one that the article is about.
///
/// @param score 0..1, calibrated: of the articles whose likeliest subject got 0.8, about 80 % were
///   filed under it
public record SubjectScore(Subject subject, double score) {
    public SubjectScore {
        Require.within("score", score, 0, 1);
    }
}
