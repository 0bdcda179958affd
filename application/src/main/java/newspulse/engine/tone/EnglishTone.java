package newspulse.engine.tone;

import newspulse.engine.files.ModelFiles;
import newspulse.engine.files.TermLine;
import newspulse.engine.linear.Softmax;
import newspulse.engine.text.Tokens;

import java.util.ArrayList;
import java.util.List;

/// Judges English passages: by n-grams, words and clues where a passage is like what the model has
/// learned from, by clues alone where it is not, and by something between in between.
public final class EnglishTone implements PassageModel {
    public static final String FILE = "en/tone.model";

    private static final Gate GATE = new Gate(0.2f, 0.4f);

    private final EnglishWeights weights;
    private final EnglishLexicon lexicon;
    private final Clues clues;

    private EnglishTone(EnglishWeights weights, EnglishLexicon lexicon, Clues clues) {
        this.weights = weights;
        this.lexicon = lexicon;
        this.clues = clues;
    }

    /// The tone model that the files make.
    public static ToneModel load(ModelFiles files) {
        return with(EnglishWeights.read(files.bytes(FILE)), files);
    }

    /// The tone model of other weights, with the lexicons of the files.
    public static ToneModel with(EnglishWeights weights, ModelFiles files) {
        List<TermLine> everyday = files.lines("en/vader.tsv");
        EnglishLexicon lexicon = lexicon(everyday, files);
        Clues clues = new Clues(lexicon, new Lexicon(everyday));
        return new ToneModel(new EnglishTone(weights, lexicon, clues));
    }

    /// The clues that the files make, for training.
    public static Clues clues(ModelFiles files) {
        List<TermLine> everyday = files.lines("en/vader.tsv");
        return new Clues(lexicon(everyday, files), new Lexicon(everyday));
    }

    private static EnglishLexicon lexicon(List<TermLine> everyday, ModelFiles files) {
        List<TermLine> valences = new ArrayList<>(everyday);
        valences.addAll(files.lines("en/news.tsv"));
        return new EnglishLexicon(valences);
    }

    @Override
    public void judge(Passage passage, float[] probabilities) {
        Tokens tokens = passage.tokens();
        float[] read = new float[Clues.COUNT];
        clues.read(tokens, passage.from(), passage.to(), read);
        float[] bare = new float[LABELS];
        weights.bareClues().add(read, bare);
        float open = openness(passage);
        if (open > 0) {
            float[] known = new float[LABELS];
            weights.words().add(tokens, passage.from(), passage.to(), known);
            weights.clues().add(read, known);
            float[] grams = new float[LABELS];
            passage.score(weights.grams(), grams);
            for (int c = 0; c < LABELS; c++) {
                bare[c] += open * (grams[c] + known[c] - bare[c]);
            }
        }
        float sharpness = weights.sharpness().at(passage.length());
        for (int c = 0; c < LABELS; c++) {
            bare[c] *= sharpness;
        }
        Softmax.inPlace(bare);
        System.arraycopy(bare, 0, probabilities, 0, LABELS);
    }

    private float openness(Passage passage) {
        int known = 0;
        for (int token = passage.featuresFrom(); token < passage.featuresTo(); token++) {
            known += weights.pairs().contains(passage.features().pairHash(token)) ? 1 : 0;
        }
        return GATE.at((float) known / Math.max(1, passage.length()));
    }

    @Override
    public double pull(Passage passage, int token) {
        double grams =
                passage.part(weights.grams(), token, POSITIVE)
                        - passage.part(weights.grams(), token, NEGATIVE);
        double words = weights.words().pull(passage.tokens(), token) / Math.sqrt(passage.length());
        return openness(passage) * (grams + words) + passage.change(lexicon, token);
    }
}
