package newspulse.producer.feed;

import newspulse.intake.ArticleDraft;
import newspulse.intake.Intake;
import newspulse.model.Fault;
import newspulse.producer.ShortHtml;
import newspulse.producer.catalog.FeedSpec;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What would become of a document if it were a source's answer: nothing is published.
public sealed interface FeedInspection {

    /// A feed. `title` may be empty; `repairs` concern the document as a whole.
    record Feed(String format, String title, Set<Repair> repairs, List<Row> rows)
            implements FeedInspection {
        public Feed {
            repairs = new TreeSet<>(repairs);
            rows = List.copyOf(rows);
        }
    }

    /// A page that names feeds.
    record Page(List<URI> feeds) implements FeedInspection {
        public Page {
            feeds = List.copyOf(feeds);
        }
    }

    /// Nothing that could be read, and why.
    record Refused(String reason) implements FeedInspection {}

    /// One entry: what it would be as an article, or in `refusal` why it would be none.
    record Row(
            String title,
            @Nullable String link,
            @Nullable String id,
            @Nullable String published,
            List<String> repairs,
            @Nullable String refusal) {}

    /// Reads a document as a source's answer is read.
    static FeedInspection of(
            byte[] document, FeedSpec spec, @Nullable String contentType, Instant now) {
        FeedContext context = FeedContext.of(spec.url(), contentType, spec.language());
        return switch (FeedReader.read(document, context)) {
            case FeedReading.NotAFeed not -> new Refused(not.reason());
            case FeedReading.Page page -> new Page(page.feeds());
            case FeedReading.Feed feed -> {
                var drafts = new FeedDrafts(spec);
                List<Row> rows = new ArrayList<>();
                for (FeedEntry entry : drafts.identified(feed.entries())) {
                    rows.add(row(entry, drafts.draft(entry, now)));
                }
                yield new Feed(feed.format(), text(feed.head().title()), feed.repairs(), rows);
            }
        };
    }

    private static Row row(FeedEntry entry, @Nullable ArticleDraft draft) {
        if (draft == null) {
            String refusal = entry.link() == null ? "it has no address" : "it has too little text";
            return new Row(text(entry.title()), entry.link(), null, null, List.of(), refusal);
        }
        return switch (Intake.derivingIds().check(draft)) {
            case Intake.Admitted(var article) ->
                    new Row(
                            article.title(),
                            article.url(),
                            article.id(),
                            article.publishedAt().toString(),
                            article.ingest().repairs(),
                            null);
            case Intake.Refused(var failure) ->
                    new Row(
                            text(entry.title()),
                            entry.link(),
                            null,
                            null,
                            draft.ingest().repairs(),
                            failure.faults().stream()
                                    .map(FeedInspection::said)
                                    .collect(Collectors.joining("; ")));
        };
    }

    private static String said(Fault fault) {
        return fault.path() + " " + fault.message();
    }

    private static String text(@Nullable String html) {
        return html == null ? "" : ShortHtml.text(html);
    }
}
