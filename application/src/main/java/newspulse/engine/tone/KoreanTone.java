package newspulse.engine.tone;

import newspulse.engine.files.ModelFiles;
import newspulse.engine.linear.Softmax;

/// Judges Korean passages. There are no Korean news texts with labels to learn from, only reviews,
/// which praise or complain and are never neutral. So the model of reviews is believed as far as a
/// passage reads like one, and what reads like news is left to a lexicon made for news, with a
/// curve measured on headlines.
public final class KoreanTone implements PassageModel {
    public static final String FILE = "ko/tone.model";

    /// Nine reviews of ten have half of their trigrams from other reviews, one headline of twenty
    /// has.
    private static final Gate GATE = new Gate(0.35f, 0.5f);

    /// Where the lexicon is silent, the model of reviews may tip the scale.
    private static final float LEAST = 0.1f;

    private final KoreanWeights weights;
    private final KoreanLexicon lexicon;
    private final LexiconCurve curve;

    private KoreanTone(KoreanWeights weights, KoreanLexicon lexicon, LexiconCurve curve) {
        this.weights = weights;
        this.lexicon = lexicon;
        this.curve = curve;
    }

    /// The tone model that the files make.
    public static ToneModel load(ModelFiles files) {
        return with(KoreanWeights.read(files.bytes(FILE)), files);
    }

    /// The tone model of other weights, with the lexicon of the files.
    public static ToneModel with(KoreanWeights weights, ModelFiles files) {
        return new ToneModel(
                new KoreanTone(
                        weights,
                        new KoreanLexicon(files.lines("ko/tone.tsv")),
                        new LexiconCurve(files.lines("ko/tone-curve.tsv"))));
    }

    @Override
    public void judge(Passage passage, float[] probabilities) {
        double valence = lexicon.valenceOfAll(passage.tokens(), passage.from(), passage.to());
        curve.at(SentenceLexicon.squash(valence), probabilities);
        float open = openness(passage);
        float[] praise = new float[1];
        passage.score(weights.praise(), praise);
        float sure = Softmax.sigmoid(praise[0]);
        probabilities[POSITIVE] += open * (sure - probabilities[POSITIVE]);
        probabilities[NEGATIVE] += open * (1 - sure - probabilities[NEGATIVE]);
        probabilities[NEUTRAL] *= 1 - open;
    }

    private float openness(Passage passage) {
        float known = Trigrams.known(passage, weights.trigrams());
        return Math.max(LEAST, GATE.at(known));
    }

    @Override
    public double pull(Passage passage, int token) {
        float open = openness(passage);
        return open * passage.part(weights.praise(), token, 0)
                + (1 - open) * passage.change(lexicon, token);
    }
}
