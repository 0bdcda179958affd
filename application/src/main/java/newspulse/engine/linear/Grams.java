package newspulse.engine.linear;

/// Which pieces of a word are features: runs of characters, the word's ends counted as one each.
///
/// @param shortest in characters, at least 1
/// @param longest in characters, at least `shortest`
public record Grams(int shortest, int longest) {
    /// Of languages that write letters: tells endings and compounds.
    public static final Grams LETTERS = new Grams(3, 5);

    /// Of Korean, where a character is a syllable, so that particles need no analysis.
    public static final Grams SYLLABLES = new Grams(1, 4);

    public Grams {
        if (shortest < 1 || longest < shortest) {
            throw new IllegalArgumentException(shortest + " to " + longest);
        }
    }
}
