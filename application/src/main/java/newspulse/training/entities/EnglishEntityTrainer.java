package newspulse.training.entities;

import newspulse.engine.entities.EnglishSequences;
import newspulse.engine.entities.EntityRecognizer;
import newspulse.engine.entities.Gazetteer;
import newspulse.engine.entities.Kind;
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
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// Trains the tagger of English names on CoNLL-style files. Every document is learned twice: as it
/// is, and with sentences in Title Case and in CAPITALS, as headlines are. Reads the word facts
/// that [EnglishWordsTrainer] writes and the gazetteer, from the directory of models or as shipped.
public final class EnglishEntityTrainer implements Trainer {
    private static final String FILINGS = "FIN5.txt";
    private static final float COPY = 0.5f;
    private static final Crf.Settings SETTINGS =
            new Crf.Settings(8, 2, 150_000, 1e-4f, 0.2f, 0.3f, 0.5f);
    private static final List<Kind> KINDS =
            List.of(Kind.PERSON, Kind.ORGANIZATION, Kind.LOCATION, Kind.OTHER);

    private final LocalDate today;

    /// A trainer.
    ///
    /// @param today stands in the model card
    public EnglishEntityTrainer(LocalDate today) {
        this.today = today;
    }

    @Override
    public String name() {
        return "entities-en";
    }

    @Override
    public String file() {
        return EntityRecognizer.ENGLISH_MODEL;
    }

    @Override
    public List<DataSet> dataSets() {
        Stream<DataSet> tweets =
                Stream.of("a", "b", "e", "f", "g", "h")
                        .map(part -> set("Broad Twitter Corpus", "BTC/CONLL-format/data/" + part));
        return Stream.concat(
                        Stream.of(
                                set("WikiGold", "wikigold/CONLL-format/data/wikigold.conll.txt"),
                                set(
                                        "SEC filings",
                                        "SEC-filings/CONLL-format/data/train/" + FILINGS),
                                set("WNUT-17", "wnut17train.conll"),
                                set("WNUT-17 dev", "emerging.dev.conll")),
                        tweets)
                .toList();
    }

    private static DataSet set(String name, String path) {
        String ending = path.startsWith("BTC") ? ".conll" : "";
        String file = "entities/" + path + ending;
        return new DataSet(name, file, licence(Path.of(file)), DataSet.Use.TRAINING);
    }

    private static String licence(Path file) {
        return file.endsWith(FILINGS) ? "CC-BY-3.0" : "CC-BY-4.0";
    }

    @Override
    public void train(List<Path> texts, long seed, Path models, Progress progress)
            throws IOException {
        List<List<SentenceText>> documents = new ArrayList<>();
        for (Path file : texts) {
            LabelledCorpus.read(file, true).stream()
                    .map(LabelledCorpus::withoutArticles)
                    .forEach(documents::add);
        }
        HeldOut<List<SentenceText>> parts = HeldOut.of(documents);
        List<LabelledDocument> held = parts.held().stream().map(LabelledCorpus::document).toList();
        ModelFiles files = new ModelFiles(name(), models);
        EnglishSequences sequences =
                new EnglishSequences(
                        new Gazetteer(files.lines(EntityRecognizer.ENGLISH_NAMES)),
                        WordFacts.read(
                                EntityRecognizer.ENGLISH_WORDS,
                                files.bytes(EntityRecognizer.ENGLISH_WORDS)));
        SequenceTagger trial =
                new SequenceTagger(sequences, fit(parts.learned(), seed, sequences, progress));
        SpanScore score = new SpanMeasure(trial::tag, true).of(held, SpanMeasure.reported());
        SequenceModel model = fit(documents, seed, sequences, progress);
        card(texts, seed, score).writeWith(models.resolve(file()), model.bytes());
    }

    private static SequenceModel fit(
            List<List<SentenceText>> documents,
            long seed,
            EnglishSequences sequences,
            Progress progress) {
        Labels labels = new Labels(KINDS);
        SplittableRandom random = new SplittableRandom(seed);
        Examples examples = new Examples(sequences, labels);
        for (List<SentenceText> document : documents) {
            examples.add(LabelledCorpus.document(document), 1);
            examples.add(LabelledCorpus.document(LabelledCorpus.restyled(document, random)), COPY);
        }
        return new Crf(labels, SETTINGS, examples.all()).train(seed, progress);
    }

    private ModelCard card(List<Path> texts, long seed, SpanScore score) {
        return new ModelCard(
                "Names in English",
                "Marks persons, organisations and locations in news.",
                texts.stream().map(text -> text.getFileName() + ", " + licence(text)).toList(),
                "Apache-2.0",
                today,
                seed,
                List.of(
                        new Score(
                                "entities, English",
                                "every tenth document of the training data",
                                "span F1, PER/LOC/ORG",
                                score.f1(),
                                score.there(),
                                List.of(),
                                "by a model that had not seen them")),
                List.of(
                        "Names in lower case are not found.",
                        "Names of clubs that are names of places are often taken for places.",
                        "Two thirds of the training data are tweets of 2009 to 2014."));
    }
}
