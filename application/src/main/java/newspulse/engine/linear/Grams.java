package newspulse.engine.linear;

/// Which pieces of a text are features: runs of characters of a word, whose ends count as one each.
///
/// @param shortest in characters, at least 1
/// @param longest in characters, at least `shortest`
/// @param across whether runs also go on from a word into the next, as if no space stood there: for
///   languages whose writers disagree on spaces
public record Grams(int shortest, int longest, boolean across) {
    /// Of languages that write letters: tells endings and compounds.
    public static final Grams LETTERS = new Grams(3, 5, false);

    /// Of Korean, where a character is a syllable, so that particles need no analysis.
    public static final Grams SYLLABLES = new Grams(1, 5, true);

    public Grams {
        if (shortest < 1 || longest < shortest) {
            throw new IllegalArgumentException(shortest + " to " + longest);
        }
    }
}
