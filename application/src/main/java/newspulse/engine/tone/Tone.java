package newspulse.engine.tone;

import newspulse.model.Sentiment;

/// How an article speaks.
///
/// @param score -1..1
/// @param confidence 0..1, calibrated
/// @param peak 0..1, the strength of the strongest sentence
public record Tone(Sentiment label, double score, double confidence, double peak) {
    /// Of a language whose tone no model knows.
    public static final Tone UNKNOWN = new Tone(Sentiment.UNKNOWN, 0, 0, 0);
}
