package newspulse.producer.catalog;

import java.util.Comparator;
import java.util.List;

/// Guesses what a misspelt name was meant to be.
final class KnownNames {
    private KnownNames() {}

    /// `, did you mean "url"?`, for the known name with the fewest differences.
    static String nearest(String written, List<String> known) {
        String head = written.length() > 40 ? written.substring(0, 40) : written;
        return known.stream()
                .min(Comparator.comparingInt(name -> differences(head, name)))
                .map(name -> ", did you mean \"" + name + "\"?")
                .orElse("");
    }

    /// The Levenshtein distance.
    private static int differences(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
