package newspulse.engine.tone;

import newspulse.engine.text.Document;
import newspulse.engine.text.Tokens;

/// How the tones of sentences become the tone of an article. The title weighs [#TITLE] of the
/// whole; in the body the first sentences weigh most, and sentences without any tone dilute it a
/// little.
///
/// @param score -1..1
/// @param peak 0..1, the strength of the strongest sentence
public record ToneScale(double score, double peak) {
    private static final double TITLE = 0.6;
    private static final double NEUTRAL_WEIGHT = 0.3;
    private static final double FADING = 0.15;

    /// A sum of valences at which a sentence is half way from neutral to its end of the scale.
    private static final double HALF_WAY = 4.0;

    /// Gives the tone of one sentence, tokens `from` (included) to `to` (excluded), as the sum of
    /// its valences.
    @FunctionalInterface
    public interface SentenceModel {
        double valence(Tokens tokens, int from, int to);
    }

    static ToneScale of(Document document, SentenceModel model) {
        Running title = new Running();
        title.addAll(document.title(), model);
        Running body = new Running();
        for (Tokens tokens : document.body()) {
            body.addAll(tokens, model);
        }
        double score =
                body.isEmpty() ? title.mean() : TITLE * title.mean() + (1 - TITLE) * body.mean();
        return new ToneScale(score, Math.max(title.peak, body.peak));
    }

    private static final class Running {
        private double sum;
        private double weights;
        private double peak;
        private int sentences;

        void addAll(Tokens tokens, SentenceModel model) {
            for (int from = 0; from < tokens.count(); ) {
                int to = tokens.sentenceEnd(from);
                add(squash(model.valence(tokens, from, to)));
                from = to;
            }
        }

        private void add(double tone) {
            double weight = 1 / (1 + FADING * sentences);
            sum += weight * tone;
            weights += tone == 0 ? weight * NEUTRAL_WEIGHT : weight;
            peak = Math.max(peak, Math.abs(tone));
            sentences++;
        }

        boolean isEmpty() {
            return sentences == 0;
        }

        double mean() {
            return weights == 0 ? 0 : sum / weights;
        }
    }

    /// Brings a sum of valences into -1..1.
    private static double squash(double valence) {
        return valence / (Math.abs(valence) + HALF_WAY);
    }
}
