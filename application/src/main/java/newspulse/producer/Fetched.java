package newspulse.producer;

import newspulse.intake.ArticleDraft;
import newspulse.model.Failure;
import newspulse.model.FailureCode;
import newspulse.producer.web.Download;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

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

    /// What a download comes to where all that counts is its content; `reading` takes the articles
    /// from it.
    static Fetched of(Download download, Function<Download.Content, List<ArticleDraft>> reading) {
        return switch (download) {
            case Download.Content content -> new Articles(reading.apply(content), 0);
            case Download.NotModified _ -> new Unchanged();
            case Download.Unreachable unreachable -> new Broken(unreachable.failure());
            case Download.Refused refused -> refused(refused);
        };
    }

    /// An answer with the status of an error.
    static Broken refused(Download.Refused refused) {
        FailureCode code =
                refused.isBusy()
                        ? FailureCode.OVERLOADED
                        : refused.status() >= 500
                                ? FailureCode.SOURCE_UNREACHABLE
                                : FailureCode.SOURCE_REFUSED;
        String told = "it answered " + refused.status() + " " + refused.reason();
        return new Broken(List.of(), new Failure(code, LogText.line(told)), refused.retryAfter());
    }
}
