package newspulse.training.tone;

import newspulse.engine.files.ModelFiles;
import newspulse.engine.linear.Features;
import newspulse.engine.linear.Grams;
import newspulse.engine.linear.SeenHashes;
import newspulse.engine.text.Document;
import newspulse.engine.text.Tokenizer;
import newspulse.engine.text.Tokens;
import newspulse.engine.text.WordHash;
import newspulse.engine.tone.ClueWeights;
import newspulse.engine.tone.Clues;
import newspulse.engine.tone.EnglishTone;
import newspulse.engine.tone.EnglishWeights;
import newspulse.engine.tone.Sharpness;
import newspulse.engine.tone.WordScores;
import newspulse.training.LabelledText;
import newspulse.training.Progress;
import newspulse.training.linear.Example;
import newspulse.training.linear.LinearTrainer;
import newspulse.training.linear.TrainedWeights;
import newspulse.training.vectors.WordVectors;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
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

    /// Learning from the same texts in different orders and taking the mean is steadier than once.
    private static final int ORDERS = 3;

    /// How much rare labels are lifted: 0 lets every text count the same, 1 every label.
    private static final double BALANCE = 0.5;

    private final ModelFiles lexicons;
    private final Clues clues;
    private final WordVectors vectors;
    private final List<LabelledText> own;
    private final long seed;
    private final Progress progress;

    /// Makes a learner.
    ///
    /// @param lexicons that the clues are taken from
    /// @throws IOException when our own texts cannot be read
    EnglishToneLearner(ModelFiles lexicons, long seed, Progress progress) throws IOException {
        this.lexicons = lexicons;
        this.clues = EnglishTone.clues(lexicons);
        this.vectors = new WordVectors(lexicons.bytes(WordVectors.FILE));
        this.own = OwnTexts.read();
        this.seed = seed;
        this.progress = progress;
    }

    /// Learns from all sources. How sure it may be is measured by models that know less: on each
    /// third of the texts by one that learned from the others, and where there are several sources
    /// on each by one that learned from the others.
    EnglishWeights learn(List<List<LabelledText>> sources) {
        return learn(sources, sharpness(sources));
    }

    /// Learns from all sources, with a sharpness that is known from elsewhere.
    EnglishWeights learn(List<List<LabelledText>> sources, Sharpness sharpness) {
        return weights(sources.stream().flatMap(List::stream).toList(), sharpness);
    }

    private Sharpness sharpness(List<List<LabelledText>> sources) {
        var calibration = new ToneCalibration(lexicons);
        for (int part = 0; part < ToneCalibration.PARTS; part++) {
            List<LabelledText> seen = new ArrayList<>();
            List<LabelledText> unseen = new ArrayList<>();
            for (LabelledText text : sources.stream().flatMap(List::stream).toList()) {
                boolean apart = Parts.of(text.text(), ToneCalibration.PARTS) == part;
                (apart ? unseen : seen).add(text);
            }
            if (!seen.isEmpty()) {
                calibration.add(weights(seen, Sharpness.PLAIN), unseen);
            }
        }
        for (int left = 0; left < sources.size() && sources.size() > 1; left++) {
            List<LabelledText> others = new ArrayList<>();
            for (int i = 0; i < sources.size(); i++) {
                others.addAll(i == left ? List.of() : sources.get(i));
            }
            calibration.add(weights(others, Sharpness.PLAIN), sources.get(left));
        }
        return calibration.sharpness();
    }

    private EnglishWeights weights(List<LabelledText> texts, Sharpness sharpness) {
        float[] balanced = balanced(texts);
        BitSet pairs = new BitSet(1 << PAIR_BITS);
        List<Example> fullExamples = new ArrayList<>();
        List<Example> bareExamples = new ArrayList<>();
        for (int i = 0; i < balanced.length; i++) {
            Example full = example(texts.get(i), balanced[i], pairs);
            fullExamples.add(full);
            bareExamples.add(full.withDense(Clues.COUNT));
        }
        own.forEach(text -> fullExamples.add(example(text, OwnTexts.WEIGHT, pairs)));
        BitSet ignored = new BitSet();
        LexiconTexts.of(lexicons)
                .forEach(text -> fullExamples.add(example(text, LexiconTexts.WEIGHT, ignored)));
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

    private static float[] balanced(List<LabelledText> texts) {
        int[] counts = new int[LABELS.size()];
        texts.forEach(text -> counts[LABELS.indexOf(text.label())]++);
        float[] weights = new float[texts.size()];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            int count = counts[LABELS.indexOf(texts.get(i).label())];
            weights[i] = (float) Math.pow(count, -BALANCE);
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= (float) (weights.length / sum);
        }
        return weights;
    }

    private TrainedWeights full(List<Example> examples) {
        List<TrainedWeights> learned = new ArrayList<>();
        for (int order = 0; order < ORDERS; order++) {
            var options =
                    new LinearTrainer.Options(BITS, 6, 0.1f, 0.05f, 1e-3f, true, seed + order);
            learned.add(LinearTrainer.train(examples, options, "tone-en", progress));
        }
        return TrainedWeights.mean(learned);
    }

    private TrainedWeights bare(List<Example> examples) {
        return LinearTrainer.train(
                examples,
                new LinearTrainer.Options(1, 8, 0.1f, 0.05f, 1e-3f, true, seed),
                "clues",
                progress);
    }

    /// @param pairs takes those of the text
    private Example example(LabelledText text, float weight, BitSet pairs) {
        Tokens tokens = Tokenizer.tokenize(text.text());
        Features features = Features.of(new Document(tokens, List.of()), Grams.LETTERS);
        for (int token = 0; token < features.tokens(); token++) {
            pairs.set(features.pairHash(token) & ((1 << PAIR_BITS) - 1));
        }
        float[] dense = new float[Clues.COUNT + vectors.dimensions()];
        if (features.tokens() > 0) {
            clues.read(tokens, 0, features.tokens(), dense);
        }
        vectors.pool(tokens, dense, Clues.COUNT);
        float[] target = Example.only(LABELS.indexOf(text.label()), LABELS.size());
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
        float[][] scores = new float[vectors.size()][];
        for (int word = 0; word < scores.length; word++) {
            scores[word] = scores(word, dense);
            for (float score : scores[word]) {
                largest = Math.max(largest, Math.abs(score));
            }
        }
        float step = largest / STEPS;
        SortedMap<Long, Integer> entries = new TreeMap<>();
        for (int word = 0; word < scores.length; word++) {
            entries.putIfAbsent(
                    WordHash.of(vectors.word(word)),
                    WordScores.pack(
                            vectors.weight(word),
                            Math.round(scores[word][0] / step),
                            Math.round(scores[word][1] / step),
                            Math.round(scores[word][2] / step)));
        }
        return WordScores.of(entries, step);
    }

    private float[] scores(int word, float[] dense) {
        int classes = LABELS.size();
        float[] scores = new float[classes];
        for (int d = 0; d < vectors.dimensions(); d++) {
            float value = vectors.weight(word) * vectors.value(word, d);
            for (int c = 0; c < classes; c++) {
                scores[c] += value * dense[(Clues.COUNT + d) * classes + c];
            }
        }
        return scores;
    }
}
