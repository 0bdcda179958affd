package newspulse.refiner;

import newspulse.model.AnalyzedArticle;
import newspulse.provider.Cascade;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// Decides whether an analysed article is to be refined.
///
/// @param maxAge since it came in
record Triage(Cascade cascade, Duration maxAge, InstantSource clock) {
    /// Why it is not; empty when it is.
    Optional<Skip> skip(AnalyzedArticle article) {
        if (article.analysis().provenance().isRefined()) {
            return Optional.of(Skip.REFINED);
        }
        if (article.ingestedAt().plus(maxAge).isBefore(clock.instant())) {
            return Optional.of(Skip.TOO_OLD);
        }
        return cascade.sendsOut(article.analysis())
                ? Optional.empty()
                : Optional.of(Skip.NOT_WORTH_IT);
    }
}
