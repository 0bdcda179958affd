package newspulse.model;

import org.jspecify.annotations.Nullable;

/// One thing wrong with one field: its path (`source.name`, `[3].title`), what was wrong, and the
/// rejected value, cut short.
public record Fault(String path, String message, @Nullable String rejected) {
    /// No more than this many characters of a rejected value are told on.
    public static final int MAX_REJECTED = 100;

    public Fault {
        if (rejected != null && rejected.length() > MAX_REJECTED) {
            int end = Character.isHighSurrogate(rejected.charAt(MAX_REJECTED - 2)) ? 2 : 1;
            rejected = rejected.substring(0, MAX_REJECTED - end) + "…";
        }
    }

    public Fault(String path, String message) {
        this(path, message, null);
    }

    /// The same fault, seen from outside: `title` of the fourth element is `[3].title`.
    public Fault within(String prefix) {
        String joined =
                path.isEmpty() || path.startsWith("[") ? prefix + path : prefix + "." + path;
        return new Fault(joined, message, rejected);
    }

    @Override
    public String toString() {
        return path + " " + message + (rejected == null ? "" : ", got \"" + rejected + "\"");
    }
}
