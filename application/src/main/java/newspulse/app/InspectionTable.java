package newspulse.app;

import newspulse.producer.LogText;
import newspulse.producer.feed.FeedInspection;
import newspulse.producer.feed.Repair;

import java.net.URI;
import java.util.List;

/// What `sources check` found, for people.
final class InspectionTable {
    private static final int TITLE = 60;
    private static final int MOST_ROWS = 100;

    private InspectionTable() {}

    static String of(String what, FeedInspection inspection) {
        return switch (inspection) {
            case FeedInspection.Refused refused -> line("%s: no feed. %s", what, refused.reason());
            case FeedInspection.Page page -> pages(what, page.feeds());
            case FeedInspection.Feed feed -> feed(feed);
        };
    }

    private static String pages(String what, List<URI> feeds) {
        var out = new StringBuilder(line("%s is a web page. It names:", what));
        feeds.forEach(feed -> out.append(line("  %s", feed.toString())));
        return out.toString();
    }

    private static String feed(FeedInspection.Feed feed) {
        long taken = feed.rows().stream().filter(row -> row.refusal() == null).count();
        var out = new StringBuilder();
        out.append(line("%s: %s", feed.format(), feed.title()));
        out.append("%d entries, %d would become articles%n".formatted(feed.rows().size(), taken));
        for (Repair repair : feed.repairs()) {
            out.append(line("mended in the document: %s (%s)", repair.label(), repair.meaning()));
        }
        out.append(
                "%n%-4s  %-20s  %-60s  %s%n"
                        .formatted("", "published", "title", "mended, or why not"));
        int number = 0;
        for (FeedInspection.Row row : feed.rows()) {
            if (++number > MOST_ROWS) {
                out.append("... and %d more%n".formatted(feed.rows().size() - MOST_ROWS));
                break;
            }
            boolean isTaken = row.refusal() == null;
            out.append(
                    "%-4s  %-20s  %-60s  %s%n"
                            .formatted(
                                    isTaken ? number : "-",
                                    row.published() == null ? "" : row.published(),
                                    cut(row.title()),
                                    isTaken
                                            ? String.join(", ", row.repairs())
                                            : "left out: " + row.refusal()));
            if (row.link() != null) {
                out.append(line("      %s", row.link()));
            }
        }
        return out.toString();
    }

    private static String line(String form, String... texts) {
        Object[] safe = new Object[texts.length];
        for (int i = 0; i < texts.length; i++) {
            safe[i] = LogText.line(texts[i]);
        }
        return form.formatted(safe) + System.lineSeparator();
    }

    private static String cut(String title) {
        String safe = LogText.line(title);
        int end =
                safe.offsetByCodePoints(
                        0, Math.min(TITLE - 1, safe.codePointCount(0, safe.length())));
        return end == safe.length() ? safe : safe.substring(0, end) + "…";
    }
}
