package newspulse.engine.tone;

import newspulse.engine.text.Document;
import newspulse.model.Sentiment;

/// The tone of articles in one language: its sentences' tones, the two scores between which it is
/// neutral, and how often such an answer was right.
public final class ToneModel {
    private final ToneScale.SentenceModel sentences;
    private final double negativeTo;
    private final double positiveFrom;
    private final Calibration calibration;

    public ToneModel(
            ToneScale.SentenceModel sentences,
            double negativeTo,
            double positiveFrom,
            Calibration calibration) {
        this.sentences = sentences;
        this.negativeTo = negativeTo;
        this.positiveFrom = positiveFrom;
        this.calibration = calibration;
    }

    public Tone of(Document document) {
        ToneScale scale = ToneScale.of(document, sentences);
        Sentiment label = label(scale.score());
        double confidence = calibration.confidence(label, Math.abs(scale.score()));
        return new Tone(label, scale.score(), confidence, scale.peak());
    }

    private Sentiment label(double score) {
        if (score >= positiveFrom) {
            return Sentiment.POSITIVE;
        }
        return score <= negativeTo ? Sentiment.NEGATIVE : Sentiment.NEUTRAL;
    }
}
