package newspulse.engine.tone;

/// How much logits count in a passage of some length, so that probabilities are as often right as
/// they say: a model is surer of headlines than of long sentences, and rightly so.
///
/// @param factor of a passage of [#USUAL] words
/// @param power by which the factor changes with the length, mostly below 0
public record Sharpness(float factor, float power) {
    /// In words.
    public static final float USUAL = 15;

    /// Of logits as they are.
    public static final Sharpness PLAIN = new Sharpness(1, 0);

    /// Passages with more words count as this long.
    public static final int LONGEST = 60;

    /// The factor of a passage.
    ///
    /// @param words how many it has
    public float at(int words) {
        int counted = Math.clamp(words, 1, LONGEST);
        return (float) (factor * Math.pow(counted / USUAL, power));
    }
}
