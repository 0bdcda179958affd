package newspulse.engine.tone;

/// Judges passages of one language.
interface PassageModel {
    int NEGATIVE = 0;
    int NEUTRAL = 1;
    int POSITIVE = 2;
    int LABELS = 3;

    /// Writes how likely a passage is negative, neutral, positive: sums up to 1.
    void judge(Passage passage, float[] probabilities);

    /// What a token of the passage adds to the difference of the logits of positive and negative;
    /// exact for what is linear, and for the lexicon what the token changes when it is read.
    double pull(Passage passage, int token);
}
