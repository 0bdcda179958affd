package newspulse.training.tone;

import newspulse.engine.files.ModelFiles;
import newspulse.engine.tone.EnglishTone;
import newspulse.engine.tone.EnglishWeights;
import newspulse.engine.tone.Sharpness;
import newspulse.engine.tone.ToneModel;
import newspulse.training.DataSet;
import newspulse.training.LabelledText;
import newspulse.training.Progress;
import newspulse.training.PublicData;
import newspulse.training.Score;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Measures the recipe of the English tone model on the texts that the shipped model learned from,
/// by models made in the same way that did not: on each third by one of the other two, and on each
/// source by one of the other sources. The first says what a held-out part is worth that is ten
/// times as large as the one set apart, the second what to expect of sources that are not here.
final class CrossValidation {
    private static final List<DataSet> SOURCES = List.of(PublicData.SENTFIN, PublicData.NEWSMTSC);
    private static final long SEED = 1;
    private static final int PARTS = 3;

    private final EnglishToneLearner learner;
    private final ModelFiles models;
    private final Sharpness shipped;
    private final Map<String, List<LabelledText>> sources = new LinkedHashMap<>();

    /// @param data where the data sets are; those that are not there are left out
    CrossValidation(ModelFiles models, Path data, Progress progress) throws IOException {
        this.models = models;
        learner = new EnglishToneLearner(models, SEED, progress);
        shipped = EnglishWeights.read(models.bytes(EnglishTone.FILE)).sharpness();
        for (DataSet source : SOURCES) {
            Path path = data.resolve(source.path());
            if (Files.exists(path)) {
                sources.put(source.name(), ToneData.read(path, EnglishToneLearner.LABELS));
            }
        }
    }

    List<Score> scores(String what, List<ReferenceTone> references) {
        List<Score> scores = new ArrayList<>();
        if (sources.size() > 1) {
            sources.keySet().forEach(name -> scores.addAll(inThirds(what, name, references)));
            sources.keySet().forEach(name -> scores.addAll(leftOut(what, name, references)));
        }
        return scores;
    }

    /// The tenth that is set apart is in no third.
    private List<Score> inThirds(String what, String name, List<ReferenceTone> references) {
        ToneMeasure measure = ToneMeasure.ofThree();
        List<LabelledText> measured = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            List<List<LabelledText>> seen = new ArrayList<>();
            for (List<LabelledText> source : sources.values()) {
                seen.add(third(source, part, false));
            }
            List<LabelledText> unseen = third(sources.getOrDefault(name, List.of()), part, true);
            measured.addAll(unseen);
            measure.read(EnglishTone.with(learner.learn(seen, shipped), models), "en", unseen);
        }
        return measure.scores(
                what,
                name + ", cross-validated in thirds",
                ReferenceTone.all(references, measured));
    }

    private static List<LabelledText> third(List<LabelledText> texts, int part, boolean of) {
        return ToneData.part(texts, EnglishToneTrainer.PARTS, false).stream()
                .filter(text ->
                        (Parts.of(text.text(), EnglishToneTrainer.PARTS) % PARTS == part) == of)
                .toList();
    }

    private List<Score> leftOut(String what, String name, List<ReferenceTone> references) {
        List<List<LabelledText>> learned = new ArrayList<>();
        sources.forEach((source, texts) -> {
            if (!source.equals(name)) {
                learned.add(texts);
            }
        });
        List<LabelledText> texts = sources.getOrDefault(name, List.of());
        ToneModel alone = EnglishTone.with(learner.learn(learned), models);
        List<Score> scores =
                new ArrayList<>(
                        ToneMeasure.of(alone, "en", texts)
                                .scores(
                                        what,
                                        name + ", never seen: learned from the other sources",
                                        ReferenceTone.all(references, texts)));
        ToneModel sharp = EnglishTone.with(learner.learn(learned, shipped), models);
        scores.add(
                ToneMeasure.of(sharp, "en", texts)
                        .calibration(
                                what,
                                name + ", never seen, as sure as the shipped model",
                                "the two numbers of sureness are fitted to this and the other"
                                        + " source"));
        return scores;
    }
}
