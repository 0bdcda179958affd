package newspulse.training.tone;

import newspulse.engine.files.ModelFiles;
import newspulse.engine.linear.Features;
import newspulse.engine.linear.Grams;
import newspulse.engine.linear.SeenHashes;
import newspulse.engine.text.Document;
import newspulse.engine.text.Tokenizer;
import newspulse.engine.tone.KoreanTone;
import newspulse.engine.tone.KoreanWeights;
import newspulse.engine.tone.Trigrams;
import newspulse.training.DataSet;
import newspulse.training.LabelledText;
import newspulse.training.ModelCard;
import newspulse.training.Progress;
import newspulse.training.PublicData;
import newspulse.training.Score;
import newspulse.training.Trainer;
import newspulse.training.linear.Example;
import newspulse.training.linear.LinearTrainer;
import newspulse.training.linear.LogitCalibration;
import newspulse.training.linear.TrainedWeights;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Makes the model of praise and complaint in Korean, from lines of `0` (complaint) or `1`
/// (praise), a tab and a text. A twentieth is never learned from, and another is what confidence is
/// calibrated on.
public final class KoreanToneTrainer implements Trainer {
    private static final List<String> LABELS = List.of("0", "1");
    private static final int PARTS = 20;
    private static final int BITS = 21;
    private static final int TRIGRAM_BITS = 21;
    private static final int OFTEN = 3;

    /// Learning from the same texts in different orders and taking the mean is steadier than once.
    private static final int ORDERS = 3;

    private final ModelFiles lexicons;
    private final LocalDate date;

    /// Makes a trainer.
    ///
    /// @param lexicons that the model will be used with
    /// @param date for the card
    public KoreanToneTrainer(ModelFiles lexicons, LocalDate date) {
        this.lexicons = lexicons;
        this.date = date;
    }

    @Override
    public String name() {
        return "tone-ko";
    }

    @Override
    public String file() {
        return KoreanTone.FILE;
    }

    @Override
    public List<DataSet> dataSets() {
        return List.of(PublicData.NSMC);
    }

    @Override
    public void train(List<Path> texts, long seed, Path models, Progress progress)
            throws IOException {
        List<LabelledText> learned = new ArrayList<>();
        List<LabelledText> measured = new ArrayList<>();
        for (Path path : texts) {
            List<LabelledText> source = ToneData.read(path, LABELS);
            learned.addAll(ToneData.part(source, PARTS, false));
            measured.addAll(ToneData.part(source, PARTS, true));
        }
        KoreanWeights weights = learn(learned, seed, progress);
        Path model = models.resolve(file());
        Files.createDirectories(model.toAbsolutePath().getParent());
        try (OutputStream out = Files.newOutputStream(model)) {
            weights.write(out);
        }
        List<Score> scores =
                ToneMeasure.of(KoreanTone.with(weights, lexicons), "ko", measured)
                        .scores("tone, Korean", "the twentieth held out", List.of());
        card(texts, seed, scores).writeBeside(model);
    }

    private static KoreanWeights learn(List<LabelledText> texts, long seed, Progress progress) {
        List<Example> examples = new ArrayList<>();
        List<Example> unseen = new ArrayList<>();
        List<Boolean> truth = new ArrayList<>();
        Map<Integer, Integer> trigrams = new HashMap<>();
        for (LabelledText text : texts) {
            var document = new Document(Tokenizer.tokenize(text.text()), List.of());
            Features features = Features.of(document, Grams.SYLLABLES);
            boolean praise = text.label().equals("1");
            Example example =
                    Example.of(
                            features.buckets(0, features.tokens(), BITS),
                            new float[] {praise ? 1 : 0},
                            1);
            if (Parts.of(text.text(), PARTS) == Parts.CALIBRATED) {
                unseen.add(example);
                truth.add(praise);
            } else {
                examples.add(example);
                Trigrams.forEach(document.title(), hash -> trigrams.merge(hash, 1, Integer::sum));
            }
        }
        List<TrainedWeights> orders = new ArrayList<>();
        for (int order = 0; order < ORDERS; order++) {
            var options =
                    new LinearTrainer.Options(BITS, 10, 0.1f, 0.1f, 2e-3f, false, seed + order);
            orders.add(LinearTrainer.train(examples, options, "tone-ko", progress));
        }
        TrainedWeights learned = TrainedWeights.mean(orders);
        return new KoreanWeights(
                learned.quantised(List.of("praise"))
                        .rescaled(new float[] {slope(learned, unseen, truth)}, new float[1]),
                SeenHashes.of(TRIGRAM_BITS, often(trigrams)));
    }

    private static BitSet often(Map<Integer, Integer> counts) {
        BitSet seen = new BitSet(1 << TRIGRAM_BITS);
        counts.forEach((hash, count) -> {
            if (count >= OFTEN) {
                seen.set(hash & ((1 << TRIGRAM_BITS) - 1));
            }
        });
        return seen;
    }

    private static float slope(TrainedWeights learned, List<Example> unseen, List<Boolean> truth) {
        if (unseen.isEmpty()) {
            return 1;
        }
        List<float[]> logits = new ArrayList<>();
        int[] labels = new int[unseen.size()];
        for (int i = 0; i < labels.length; i++) {
            logits.add(new float[] {0, learned.score(unseen.get(i))[0]});
            labels[i] = truth.get(i) ? 1 : 0;
        }
        return LogitCalibration.factor(logits, labels);
    }

    private ModelCard card(List<Path> texts, long seed, List<Score> scores) {
        return new ModelCard(
                "Praise and complaint in Korean texts",
                "Says of reviews whether they praise or complain; what reads like news is left to the"
                        + " lexicon ko/tone.tsv.",
                texts.stream().map(path -> path.getFileName() + ": 19 of 20 parts").toList(),
                "Apache-2.0",
                date,
                seed,
                scores,
                List.of(
                        "Learned from film reviews alone, which are never neutral",
                        "Tone of Korean news rests on a lexicon and on 120 labelled headlines"));
    }
}
