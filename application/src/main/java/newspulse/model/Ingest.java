package newspulse.model;

import java.util.List;

/// What was done to an article on its way in: the codes of what had to be mended in what its source
/// sent, such as `date_missing`. Not part of its content: two articles that differ in this alone
/// say the same.
public record Ingest(List<String> repairs) {
    public static final Ingest NOTHING = new Ingest(List.of());

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

    public boolean isNothing() {
        return repairs.isEmpty();
    }

    /// Small letters, digits and underscores.
    public static boolean isCode(String text) {
        return text.length() <= MAX_CODE && text.matches("[a-z][a-z0-9_]*");
    }
}
