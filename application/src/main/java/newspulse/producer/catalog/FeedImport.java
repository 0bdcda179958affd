package newspulse.producer.catalog;

import newspulse.model.Article;
import newspulse.model.Source;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Adds feeds from elsewhere to the text of a `sources.yaml`, which otherwise stays as it is.
public final class FeedImport {
    private FeedImport() {}

    /// A feed of another list; its folder there becomes the category.
    public record Feed(String name, URI address, @Nullable String folder) {}

    /// The text with those added whose addresses are not known; names are made unique.
    public static String yaml(String before, List<FeedSpec> known, List<Feed> feeds) {
        Set<String> names = new HashSet<>();
        Set<URI> addresses = new HashSet<>();
        for (FeedSpec feed : known) {
            names.add(feed.name());
            addresses.add(feed.url());
        }
        var out = new StringBuilder(before);
        if (before.isBlank()) {
            out.append("sources:\n");
        } else if (!before.endsWith("\n")) {
            out.append('\n');
        }
        for (Feed feed : feeds) {
            if (feed.address().getRawUserInfo() == null && addresses.add(feed.address())) {
                String name = unique(cut(feed.name(), Source.MAX_NAME - 10), names);
                out.append("  - {name: ").append(quoted(name));
                out.append(", url: ").append(quoted(feed.address().toString()));
                if (feed.folder() != null) {
                    out.append(", category: ")
                            .append(quoted(cut(feed.folder(), Article.MAX_CATEGORY)));
                }
                out.append("}\n");
            }
        }
        return out.toString();
    }

    private static String unique(String name, Set<String> names) {
        String free = name;
        for (int i = 2; !names.add(free); i++) {
            free = name + " " + i;
        }
        return free;
    }

    private static String cut(String text, int max) {
        String line = text.replaceAll("\\p{C}+|\\s+", " ").strip();
        return line.length() <= max ? line : line.substring(0, max).strip();
    }

    /// Double quotes, as YAML and JSON have them alike.
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
