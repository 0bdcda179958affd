package newspulse.model;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/// What was done to an article on its way in: the codes of what had to be mended in what its source
/// sent, such as `date_missing`. Not part of its content: two articles that differ in this alone
/// say the same.
///
/// @param text where its text is from, for sources of which the whole text is wanted; else null
public record Ingest(List<String> repairs, @Nullable Text text) {
    public static final Ingest NOTHING = new Ingest(List.of());

    /// Where an article's text is from.
    public enum Text {
        PAGE,
        FEED;

        private final String label = name().toLowerCase(Locale.ROOT);

        public String label() {
            return label;
        }

        /// Null for what is none.
        public static @Nullable Text of(String label) {
            for (Text text : values()) {
                if (text.label.equals(label)) {
                    return text;
                }
            }
            return null;
        }
    }

    /// Limits of what anybody may write to the topic.
    public static final int MAX_REPAIRS = 32;

    public static final int MAX_CODE = 40;

    public Ingest {
        repairs = List.copyOf(repairs);
        if (repairs.size() > MAX_REPAIRS) {
            throw new IllegalArgumentException("more than " + MAX_REPAIRS + " repairs");
        }
        for (String code : repairs) {
            if (!isCode(code)) {
                throw new IllegalArgumentException("a repair is named by a code");
            }
        }
    }

    /// One that says nothing of where the text is from.
    public Ingest(List<String> repairs) {
        this(repairs, null);
    }

    /// The same, and where the text is from.
    public Ingest with(Text source) {
        return new Ingest(repairs, source);
    }

    public boolean isNothing() {
        return repairs.isEmpty() && text == null;
    }

    /// Small letters, digits and underscores.
    public static boolean isCode(String text) {
        return text.length() <= MAX_CODE && text.matches("[a-z][a-z0-9_]*");
    }
}
