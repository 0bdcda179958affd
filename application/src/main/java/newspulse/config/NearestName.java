package newspulse.config;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Guesses what a misspelt name was meant to be.
public final class NearestName {
    private static final int READ_AT_MOST = 40;

    private NearestName() {}

    /// The known name with the fewest differences; empty when nothing is known.
    public static Optional<String> of(String written, Collection<String> known) {
        String head =
                written.length() > READ_AT_MOST ? written.substring(0, READ_AT_MOST) : written;
        return known.stream().min(Comparator.comparingInt(name -> differences(head, name)));
    }

    /// The distance of Levenshtein (1966).
    private static int differences(String one, String other) {
        int[] row = new int[other.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int above = row[j];
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}
