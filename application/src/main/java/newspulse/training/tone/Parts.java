package newspulse.training.tone;

import newspulse.engine.text.WordHash;

/// Deals texts into parts by their own letters, so that the same text is always in the same part,
/// and texts that begin alike are in one.
final class Parts {
    /// The part that no model learns from: what is measured on it is honest.
    static final int MEASURED = 0;

    /// The part that confidence is calibrated on.
    static final int CALIBRATED = 1;

    private static final int LETTERS_THAT_COUNT = 40;

    private Parts() {}

    /// The part of a text.
    ///
    /// @param parts how many there are
    /// @return 0 to `parts - 1`
    static int of(String text, int parts) {
        long hash = WordHash.EMPTY;
        int letters = 0;
        for (int i = 0; i < text.length() && letters < LETTERS_THAT_COUNT; i++) {
            char c = text.charAt(i);
            if (Character.isLetter(c)) {
                hash = WordHash.step(hash, Character.toLowerCase(c));
                letters++;
            }
        }
        return (int) ((WordHash.finish(hash) >>> 33) % parts);
    }
}
