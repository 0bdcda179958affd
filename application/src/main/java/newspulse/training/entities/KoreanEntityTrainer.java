package newspulse.training.entities;

import newspulse.engine.entities.EntityRecognizer;
import newspulse.engine.entities.Kind;
import newspulse.engine.entities.KoreanSequences;
import newspulse.engine.entities.Labels;
import newspulse.engine.entities.SequenceModel;
import newspulse.engine.entities.SequenceTagger;
import newspulse.engine.entities.WordFacts;
import newspulse.engine.files.ModelFiles;
import newspulse.training.DataSet;
import newspulse.training.ModelCard;
import newspulse.training.Progress;
import newspulse.training.Score;
import newspulse.training.Trainer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/// Trains the tagger of Korean names on files of KLUE-NER's form: a syllable a line, `_` for a
/// space. What it is trained on is share-alike, and so is the model.
public final class KoreanEntityTrainer implements Trainer {
    private static final Crf.Settings SETTINGS =
            new Crf.Settings(14, 2, 150_000, 1e-4f, 0.15f, 0.4f, 0.2f);
    private static final List<Kind> KINDS =
            List.of(
                    Kind.PERSON,
                    Kind.ORGANIZATION,
                    Kind.LOCATION,
                    Kind.DATE,
                    Kind.TIME,
                    Kind.QUANTITY);

    private final LocalDate today;

    /// A trainer.
    ///
    /// @param today stands in the model card
    public KoreanEntityTrainer(LocalDate today) {
        this.today = today;
    }

    @Override
    public String name() {
        return "entities-ko";
    }

    @Override
    public String file() {
        return EntityRecognizer.KOREAN_MODEL;
    }

    @Override
    public List<DataSet> dataSets() {
        return List.of(
                new DataSet(
                        "KLUE-NER",
                        "entities/klue-ner.train",
                        "CC-BY-SA-4.0",
                        DataSet.Use.SHARE_ALIKE));
    }

    @Override
    public void train(List<Path> texts, long seed, Path models, Progress progress)
            throws IOException {
        List<LabelledDocument> documents = new ArrayList<>();
        for (Path file : texts) {
            LabelledCorpus.read(file, false).stream()
                    .map(LabelledCorpus::document)
                    .forEach(documents::add);
        }
        HeldOut<LabelledDocument> parts = HeldOut.of(documents);
        ModelFiles files = new ModelFiles(name(), models);
        KoreanSequences sequences =
                new KoreanSequences(
                        files.lines(EntityRecognizer.KOREAN_NAMES),
                        WordFacts.read(
                                EntityRecognizer.KOREAN_WORDS,
                                files.bytes(EntityRecognizer.KOREAN_WORDS)));
        SequenceTagger trial =
                new SequenceTagger(sequences, fit(parts.learned(), seed, sequences, progress));
        SpanScore score =
                new SpanMeasure(trial::tag, false).of(parts.held(), EnumSet.allOf(Kind.class));
        SequenceModel model = fit(documents, seed, sequences, progress);
        card(texts, seed, score).writeWith(models.resolve(file()), model.bytes());
    }

    private static SequenceModel fit(
            List<LabelledDocument> documents,
            long seed,
            KoreanSequences sequences,
            Progress progress) {
        Labels labels = new Labels(KINDS);
        Examples examples = new Examples(sequences, labels);
        documents.forEach(document -> examples.add(document, 1));
        return new Crf(labels, SETTINGS, examples.all()).train(seed, progress);
    }

    private ModelCard card(List<Path> texts, long seed, SpanScore score) {
        return new ModelCard(
                "Names in Korean",
                "Marks persons, organisations and locations, without their particles; dates, times"
                        + " and quantities too, of which readers are not told.",
                texts.stream().map(text -> text.getFileName() + ", CC-BY-SA-4.0").toList(),
                "CC-BY-SA-4.0",
                today,
                seed,
                List.of(
                        new Score(
                                "entities, Korean",
                                "every tenth sentence of the training data",
                                "span F1, all six kinds",
                                score.f1(),
                                score.there(),
                                List.of(),
                                "by a model that had not seen them")),
                List.of(
                        "Half of the training data are film reviews; they name persons above all.",
                        "Places that the gazetteer does not know are found less often than persons.",
                        "Names with spaces in them are sometimes cut."));
    }
}
