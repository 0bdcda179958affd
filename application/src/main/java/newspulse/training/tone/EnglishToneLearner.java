package newspulse.training.tone;

import newspulse.engine.files.ModelFiles;
import newspulse.engine.linear.Features;
import newspulse.engine.linear.Grams;
import newspulse.engine.linear.SeenHashes;
import newspulse.engine.text.Document;
import newspulse.engine.text.Tokenizer;
import newspulse.engine.text.Tokens;
import newspulse.engine.tone.ClueWeights;
import newspulse.engine.tone.Clues;
import newspulse.engine.tone.EnglishTone;
import newspulse.engine.tone.EnglishWeights;
import newspulse.engine.tone.Sharpness;
import newspulse.engine.tone.ToneModel;
import newspulse.engine.tone.WordScores;
import newspulse.training.LabelledText;
import newspulse.training.Progress;
import newspulse.training.linear.Example;
import newspulse.training.linear.LinearTrainer;
import newspulse.training.linear.LogitCalibration;
import newspulse.training.linear.TrainedWeights;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Learns [EnglishWeights] from labelled texts.
final class EnglishToneLearner {
    static final List<String> LABELS = List.of("negative", "neutral", "positive");

    private static final int BITS = 18;
    private static final int PAIR_BITS = 21;
    private static final int STEPS = 127;

    /// Of texts unlike those it learned from, the model of clues is less often right than on others
    /// of those that it did: measured by leaving a source out.
    private static final float FOREIGN = 0.85f;

    private static final int PARTS = 10;
    private static final double LEAST = 1e-6;

    private final ModelFiles lexicons;
    private final Clues clues;
    private final WordVectors vectors;
    private final long seed;
    private final Progress progress;

    /// Makes a learner.
    ///
    /// @param lexicons that the clues are taken from
    /// @throws IOException when the word vectors cannot be read
    EnglishToneLearner(ModelFiles lexicons, long seed, Progress progress) throws IOException {
        this.lexicons = lexicons;
        this.clues = EnglishTone.clues(lexicons);
        this.vectors = WordVectors.shipped();
        this.seed = seed;
        this.progress = progress;
    }

    /// Learns from all texts given; confidence is calibrated on a tenth of them, with a first model
    /// that did not see it.
    EnglishWeights learn(List<LabelledText> texts) {
        List<LabelledText> seen = new ArrayList<>();
        List<LabelledText> unseen = new ArrayList<>();
        for (LabelledText text : texts) {
            boolean apart = Parts.of(text.text(), PARTS) == Parts.CALIBRATED;
            (apart ? unseen : seen).add(text);
        }
        Sharpness sharpness = Sharpness.PLAIN;
        if (!unseen.isEmpty() && !seen.isEmpty()) {
            sharpness = sharpness(learn(seen, Sharpness.PLAIN), unseen);
        }
        return learn(texts, sharpness);
    }

    private EnglishWeights learn(List<LabelledText> texts, Sharpness sharpness) {
        BitSet pairs = new BitSet(1 << PAIR_BITS);
        List<Example> fullExamples = new ArrayList<>();
        List<Example> bareExamples = new ArrayList<>();
        for (LabelledText text : texts) {
            Tokens tokens = Tokenizer.tokenize(text.text());
            Features features = features(tokens);
            for (int token = 0; token < features.tokens(); token++) {
                pairs.set(features.pairHash(token) & ((1 << PAIR_BITS) - 1));
            }
            Example full = example(text.label(), tokens, features, 1);
            fullExamples.add(full);
            bareExamples.add(full.withDense(Clues.COUNT));
        }
        for (LabelledText text : LexiconTexts.of(lexicons)) {
            Tokens tokens = Tokenizer.tokenize(text.text());
            fullExamples.add(example(text.label(), tokens, features(tokens), LexiconTexts.WEIGHT));
        }
        TrainedWeights full = full(fullExamples);
        TrainedWeights bare = bare(bareExamples);
        int classes = LABELS.size();
        float[] dense = full.dense();
        return new EnglishWeights(
                full.quantised(LABELS),
                SeenHashes.of(PAIR_BITS, pairs),
                words(dense),
                new ClueWeights(Arrays.copyOf(dense, Clues.COUNT * classes), new float[classes]),
                new ClueWeights(scaled(bare.dense(), FOREIGN), scaled(bare.bias(), FOREIGN)),
                sharpness);
    }

    private Sharpness sharpness(EnglishWeights weights, List<LabelledText> unseen) {
        ToneModel model = EnglishTone.with(weights, lexicons);
        List<float[]> logits = new ArrayList<>();
        int[] truth = new int[unseen.size()];
        float[] sizes = new float[truth.length];
        for (int i = 0; i < truth.length; i++) {
            Document document = new Document(Tokenizer.tokenize(unseen.get(i).text()), List.of());
            double[] sure = model.probabilities(document, Features.of(document, Grams.LETTERS));
            float[] logit = new float[LABELS.size()];
            for (int c = 0; c < logit.length; c++) {
                logit[c] = (float) Math.log(Math.max(sure[c], LEAST));
            }
            logits.add(logit);
            truth[i] = LABELS.indexOf(unseen.get(i).label());
            sizes[i] = Math.clamp(document.words(), 1, Sharpness.LONGEST) / Sharpness.USUAL;
        }
        float[] found = LogitCalibration.factorAndPower(logits, truth, sizes);
        return new Sharpness(found[0], found[1]);
    }

    private TrainedWeights full(List<Example> examples) {
        return LinearTrainer.train(
                examples,
                new LinearTrainer.Options(BITS, 6, 0.1f, 0.05f, 1e-3f, true, seed),
                "tone-en",
                progress);
    }

    private TrainedWeights bare(List<Example> examples) {
        return LinearTrainer.train(
                examples,
                new LinearTrainer.Options(1, 8, 0.1f, 0.05f, 1e-3f, true, seed),
                "clues",
                progress);
    }

    private static Features features(Tokens tokens) {
        return Features.of(new Document(tokens, List.of()), Grams.LETTERS);
    }

    private Example example(String label, Tokens tokens, Features features, float weight) {
        float[] dense = new float[Clues.COUNT + vectors.dimensions()];
        if (features.tokens() > 0) {
            clues.read(tokens, 0, features.tokens(), dense);
        }
        vectors.pool(tokens, dense, Clues.COUNT);
        float[] target = Example.only(LABELS.indexOf(label), LABELS.size());
        return new Example(features.buckets(0, features.tokens(), BITS), dense, target, weight);
    }

    private static float[] scaled(float[] values, float by) {
        float[] scaled = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = by * values[i];
        }
        return scaled;
    }

    /// Folds what was learned over vectors into three scores for each word.
    private WordScores words(float[] dense) {
        float largest = Float.MIN_NORMAL;
        for (int rank : vectors.ranks().values()) {
            for (float score : scores(rank, dense)) {
                largest = Math.max(largest, Math.abs(score));
            }
        }
        float step = largest / STEPS;
        SortedMap<Long, Integer> entries = new TreeMap<>();
        for (Map.Entry<Long, Integer> word : vectors.ranks().entrySet()) {
            float[] scores = scores(word.getValue(), dense);
            entries.put(
                    word.getKey(),
                    WordScores.pack(
                            WordVectors.weight(word.getValue()),
                            Math.round(scores[0] / step),
                            Math.round(scores[1] / step),
                            Math.round(scores[2] / step)));
        }
        return WordScores.of(entries, step);
    }

    private float[] scores(int rank, float[] dense) {
        int classes = LABELS.size();
        float[] scores = new float[classes];
        for (int d = 0; d < vectors.dimensions(); d++) {
            float value = WordVectors.weight(rank) * vectors.value(rank, d);
            for (int c = 0; c < classes; c++) {
                scores[c] += value * dense[(Clues.COUNT + d) * classes + c];
            }
        }
        return scores;
    }
}
