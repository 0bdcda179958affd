package newspulse.producer;

import newspulse.intake.ArticleDraft;
import newspulse.model.Failure;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;

/// What a source answered.
public sealed interface Fetched {

    /// Its articles, known ones among them: the outbox tells them apart. `skipped` entries had
    /// nothing that could become an article (no address, no title, removed by the publisher).
    record Articles(List<ArticleDraft> drafts, int skipped) implements Fetched {
        public Articles {
            drafts = List.copyOf(drafts);
        }
    }

    /// The same as last time.
    record Unchanged() implements Fetched {}

    /// Trouble, perhaps after some articles. `retryAfter` is how long the source asks to be left
    /// alone, null when it did not say.
    record Broken(List<ArticleDraft> drafts, Failure failure, @Nullable Duration retryAfter)
            implements Fetched {
        public Broken {
            drafts = List.copyOf(drafts);
        }

        public Broken(Failure failure) {
            this(List.of(), failure, null);
        }
    }
}
