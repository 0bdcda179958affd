package newspulse.producer;

import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/// Brings a publisher's HTML under a limit, so that a long article is shortened and not refused.
public final class ShortHtml {
    /// Markup is read no further than this many times the limit.
    private static final int MARKUP = 20;

    private static final String ELLIPSIS = "…";

    /// How far back from the limit a cut looks for the end of a word.
    private static final int WORD = 60;

    private ShortHtml() {}

    /// The text as it is when it fits, else without its markup, cut at a word where it still does
    /// not; null when nothing is there.
    public static @Nullable String within(int max, @Nullable String html) {
        if (html == null) {
            return null;
        }
        String text = html.strip();
        if (text.isEmpty()) {
            return null;
        }
        return text.length() <= max ? text : shortened(max, text);
    }

    /// The visible text of some HTML.
    public static String text(String html) {
        return Jsoup.parseBodyFragment(html).body().text();
    }

    /// Plain text as HTML that shows the same.
    public static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static @Nullable String shortened(int max, String html) {
        int readable = (int) Math.min(html.length(), (long) max * MARKUP);
        String text = text(html.substring(0, readable));
        if (text.isEmpty()) {
            return null;
        }
        boolean complete = readable == html.length();
        String whole = escaped(text);
        return complete && whole.length() <= max ? whole : cut(text, max);
    }

    private static String cut(String text, int max) {
        int room = max - ELLIPSIS.length();
        int end = 0;
        while (end < text.length()) {
            int next = end + Character.charCount(text.codePointAt(end));
            room -= escaped(text.substring(end, next)).length();
            if (room < 0) {
                break;
            }
            end = next;
        }
        int space = text.lastIndexOf(' ', end);
        int atWord = end < text.length() && space > end - WORD && space > 0 ? space : end;
        return escaped(text.substring(0, atWord)) + ELLIPSIS;
    }
}
