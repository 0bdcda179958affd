package newspulse.producer.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Follows which elements are open, to tell whether a document closes what it opens.
final class OpenTags {
    /// A closing tag whose element was opened this much further out is a stray one.
    private static final int REACH = 100;

    private final List<String> names = new ArrayList<>();
    private boolean unbalanced;

    void met(String name, boolean closing, boolean empty) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (closing) {
            close(lower);
        } else if (!empty) {
            names.add(lower);
        }
    }

    private void close(String name) {
        int outermost = Math.max(0, names.size() - REACH);
        for (int at = names.size() - 1; at >= outermost; at--) {
            if (names.get(at).equals(name)) {
                unbalanced |= at < names.size() - 1;
                names.subList(at, names.size()).clear();
                return;
            }
        }
        unbalanced = true;
    }

    boolean isOpen() {
        return !names.isEmpty();
    }

    boolean wasUnbalanced() {
        return unbalanced;
    }
}
