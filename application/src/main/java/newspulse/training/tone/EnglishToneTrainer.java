package newspulse.training.tone;

import newspulse.engine.files.ModelFiles;
import newspulse.engine.tone.EnglishTone;
import newspulse.engine.tone.EnglishWeights;
import newspulse.training.DataSet;
import newspulse.training.LabelledText;
import newspulse.training.ModelCard;
import newspulse.training.Progress;
import newspulse.training.PublicData;
import newspulse.training.Score;
import newspulse.training.Trainer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Makes the model of the tone of English texts, from lines of `negative`, `neutral` or `positive`,
/// a tab and a text. A tenth of every file is never learned from, and the card says how the model
/// does on it.
public final class EnglishToneTrainer implements Trainer {
    static final int PARTS = 10;

    private final ModelFiles lexicons;
    private final LocalDate date;

    /// Makes a trainer.
    ///
    /// @param lexicons that the model will be used with
    /// @param date for the card
    public EnglishToneTrainer(ModelFiles lexicons, LocalDate date) {
        this.lexicons = lexicons;
        this.date = date;
    }

    @Override
    public String name() {
        return "tone-en";
    }

    @Override
    public String file() {
        return EnglishTone.FILE;
    }

    @Override
    public List<DataSet> dataSets() {
        return List.of(PublicData.SENTFIN, PublicData.NEWSMTSC);
    }

    @Override
    public void train(List<Path> texts, long seed, Path models, Progress progress)
            throws IOException {
        List<List<LabelledText>> learned = new ArrayList<>();
        List<List<LabelledText>> measured = new ArrayList<>();
        for (Path path : texts) {
            List<LabelledText> source = ToneData.read(path, EnglishToneLearner.LABELS);
            if (hasTestBeside(path)) {
                learned.add(source);
                measured.add(ToneData.read(testBeside(path), EnglishToneLearner.LABELS));
            } else {
                learned.add(ToneData.part(source, PARTS, false));
                measured.add(ToneData.part(source, PARTS, true));
            }
        }
        EnglishWeights weights = new EnglishToneLearner(lexicons, seed, progress).learn(learned);
        Path model = models.resolve(file());
        Files.createDirectories(model.toAbsolutePath().getParent());
        try (OutputStream out = Files.newOutputStream(model)) {
            weights.write(out);
        }
        List<Score> scores = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            var measure =
                    ToneMeasure.of(EnglishTone.with(weights, lexicons), "en", measured.get(i));
            scores.addAll(measure.scores("tone, English", held(texts.get(i)), List.of()));
        }
        card(texts, seed, scores).writeBeside(model);
    }

    /// `x.test.tsv` of `x.train.tsv`.
    private static Path testBeside(Path path) {
        String name = path.getFileName().toString();
        return path.resolveSibling(name.replace(".train.", ".test."));
    }

    private static boolean hasTestBeside(Path path) {
        return !testBeside(path).equals(path) && Files.exists(testBeside(path));
    }

    private static String held(Path path) {
        return hasTestBeside(path)
                ? testBeside(path).getFileName().toString()
                : path.getFileName() + ", tenth held out";
    }

    private ModelCard card(List<Path> texts, long seed, List<Score> scores) {
        List<String> data = new ArrayList<>();
        texts.forEach(path ->
                data.add(path.getFileName() + (hasTestBeside(path) ? "" : ", nine tenths of it")));
        data.add("277 headlines of our own");
        data.add("Word vectors made of all-MiniLM-L6-v2 (Apache-2.0), see docs/subjects.md");
        return new ModelCard(
                "Tone of English texts",
                "Says of headlines and sentences whether they are negative, neutral or positive.",
                data,
                "Apache-2.0",
                date,
                seed,
                scores,
                List.of(
                        "Learned from headlines about markets and sentences about politics; on"
                                + " other sources it leans on lexicons, and is some ten points worse",
                        "Tone of the text, not towards one of those that it names",
                        "No irony, and little of what a reader would know"));
    }
}
