package newspulse.provider;

import newspulse.model.Analysis;
import newspulse.model.Article;
import newspulse.model.Part;

import java.time.Duration;
import java.util.List;

/// Better answers from outside for a local one. It never fails: a part that nobody could answer in
/// time keeps its local answer.
public interface Refinement {
    /// Asks the providers, the first for each part that it answers, the next where it failed.
    ///
    /// @param local the local engine's answer to the same article
    /// @param deadline for everything together, retries and fallback among it
    Refined refine(Article article, Analysis local, List<String> providers, Duration deadline)
            throws InterruptedException;

    /// The names of the providers that are set up, in order of preference.
    List<String> providers();

    /// What came of it.
    ///
    /// @param misses what was asked in vain
    record Refined(Analysis analysis, List<Miss> misses) {
        public Refined {
            misses = List.copyOf(misses);
        }
    }

    /// A part that a provider did not answer.
    record Miss(String provider, Part part, CallFailure failure) {}
}
