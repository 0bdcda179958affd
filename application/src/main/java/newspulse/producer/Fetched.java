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
    /// `freshFor` is how long the source says that asking again brings nothing; zero when it does
    /// not say.
    record Articles(List<ArticleDraft> drafts, int skipped, Duration freshFor) implements Fetched {
        public Articles {
            drafts = List.copyOf(drafts);
        }

        public Articles(List<ArticleDraft> drafts, int skipped) {
            this(drafts, skipped, Duration.ZERO);
        }
    }

    /// The same as last time; `freshFor` as above.
    record Unchanged(Duration freshFor) implements Fetched {}

    /// Trouble, perhaps after some articles. `retryAfter` is how long the source asks to be left
    /// alone, null when it did not say. `asked` is false where certainly nobody's server was asked,
    /// so that trying again soon troubles nobody.
    record Broken(
            List<ArticleDraft> drafts,
            Failure failure,
            @Nullable Duration retryAfter,
            boolean asked)
            implements Fetched {
        public Broken {
            drafts = List.copyOf(drafts);
        }

        public Broken(List<ArticleDraft> drafts, Failure failure, @Nullable Duration retryAfter) {
            this(drafts, failure, retryAfter, true);
        }

        public Broken(Failure failure) {
            this(List.of(), failure, null);
        }
    }

    /// It says that it is gone for good: it is not asked again.
    record Gone(Failure failure) implements Fetched {}

    /// What a download comes to where all that counts is its content; `reading` takes the articles
    /// from it.
    static Fetched of(Download download, Function<Download.Content, List<ArticleDraft>> reading) {
        return switch (download) {
            case Download.Content content -> new Articles(reading.apply(content), 0);
            case Download.NotModified _ -> new Unchanged(Duration.ZERO);
            case Download.Unreachable(Failure failure, boolean asked) ->
                    new Broken(List.of(), failure, null, asked);
            case Download.Refused refused -> refused(refused);
        };
    }

    /// An answer with the status of an error.
    static Fetched refused(Download.Refused refused) {
        Failure failure = failure(refused);
        return refused.isGone()
                ? new Gone(failure)
                : new Broken(List.of(), failure, refused.retryAfter());
    }

    /// What such an answer says.
    static Failure failure(Download.Refused refused) {
        FailureCode code =
                refused.isBusy()
                        ? FailureCode.OVERLOADED
                        : refused.status() >= 500
                                ? FailureCode.SOURCE_UNREACHABLE
                                : FailureCode.SOURCE_REFUSED;
        String told = "it answered " + refused.status() + " " + refused.reason();
        return new Failure(code, LogText.line(told));
    }
}
