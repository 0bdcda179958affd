package newspulse.engine.tone;

/// How far a model of n-grams is believed, by how much of a text is like what it learned from:
/// texts unlike it are left to the lexicon, which carries over.
///
/// @param closed up to this coverage it is not believed at all
/// @param open from this coverage it alone is believed
record Gate(float closed, float open) {
    /// 0..1.
    float at(float coverage) {
        return Math.clamp((coverage - closed) / (open - closed), 0f, 1f);
    }
}
