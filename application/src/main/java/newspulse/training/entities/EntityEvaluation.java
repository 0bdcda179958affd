package newspulse.training.entities;

import newspulse.engine.entities.EntityRecognizer;
import newspulse.engine.entities.Kind;
import newspulse.engine.files.ModelFiles;
import newspulse.training.Evaluation;
import newspulse.training.Progress;
import newspulse.training.Score;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Measures names in English and Korean, by span and kind, through [EntityRecognizer].
public final class EntityEvaluation implements Evaluation {
    private static final String CONLL = "entities/conll2003.testa";
    private static final String FILINGS = "entities/SEC-filings/CONLL-format/data/test/FIN3.txt";
    private static final String KLUE = "entities/klue-ner.dev";
    private static final String ENGLISH = "entities, English";
    private static final String KOREAN = "entities, Korean";
    private static final String F1 = "span F1, PER/LOC/ORG";
    private static final int SETS = 3;

    @Override
    public String name() {
        return "entities";
    }

    @Override
    public List<Score> measure(ModelFiles models, Path data, Progress progress) throws IOException {
        EntityRecognizer recognizer = new EntityRecognizer(models);
        SpanMeasure english = new SpanMeasure(d -> recognizer.mentions(d, "en"), true);
        List<Score> scores = new ArrayList<>();
        progress.at("CoNLL-2003", 0, SETS);
        if (Files.exists(data.resolve(CONLL))) {
            List<LabelledDocument> lines = documents(data.resolve(CONLL), false);
            String never = "never trained or tuned on";
            byKind(scores, english, lines, "CoNLL-2003 testa", never + "; a part each sentence");
            List<LabelledDocument> running = documents(data.resolve(CONLL), true);
            SpanScore score = english.of(running, SpanMeasure.reported());
            String note = never + "; each article as one running text";
            scores.add(score(ENGLISH, "CoNLL-2003 testa, running text", F1, score, note));
        }
        progress.at("SEC filings", 1, SETS);
        if (Files.exists(data.resolve(FILINGS))) {
            List<LabelledDocument> documents = documents(data.resolve(FILINGS), false);
            SpanScore score = english.of(documents, SpanMeasure.reported());
            scores.add(score(ENGLISH, "SEC filings, FIN3", F1, score, "the other file trains"));
        }
        progress.at("KLUE-NER", 2, SETS);
        if (Files.exists(data.resolve(KLUE))) {
            korean(scores, recognizer, data.resolve(KLUE));
        }
        progress.at("entities", SETS, SETS);
        return scores;
    }

    private static void korean(List<Score> scores, EntityRecognizer recognizer, Path file)
            throws IOException {
        List<LabelledDocument> documents =
                LabelledCorpus.read(file, false).stream().map(LabelledCorpus::document).toList();
        SpanScore all =
                new SpanMeasure(d -> recognizer.marked(d, "ko"), false)
                        .of(documents, EnumSet.allOf(Kind.class));
        String note = "PS, LC, OG, DT, TI, QT, as the model marks them";
        scores.add(score(KOREAN, "KLUE-NER dev", "span F1, all six kinds", all, note));
        SpanMeasure mentions = new SpanMeasure(d -> recognizer.mentions(d, "ko"), false);
        byKind(scores, mentions, documents, "KLUE-NER dev", "PS, LC, OG, as readers get them");
    }

    private static void byKind(
            List<Score> scores,
            SpanMeasure measure,
            List<LabelledDocument> documents,
            String dataSet,
            String note) {
        String what = dataSet.startsWith("KLUE") ? KOREAN : ENGLISH;
        Set<Kind> reported = SpanMeasure.reported();
        scores.add(score(what, dataSet, F1, measure.of(documents, reported), note));
        for (Kind kind : reported) {
            SpanScore score = measure.of(documents, EnumSet.of(kind));
            scores.add(score(what, dataSet, "span F1, " + kind, score, note));
        }
    }

    /// Nobody else that we compare with names anything.
    private static Score score(
            String what, String dataSet, String metric, SpanScore score, String note) {
        List<Score.Reference> references =
                List.of(new Score.Reference("majority", 0), new Score.Reference("predecessor", 0));
        return new Score(what, dataSet, metric, score.f1(), score.there(), references, note);
    }

    private static List<LabelledDocument> documents(Path file, boolean running) throws IOException {
        return LabelledCorpus.read(file, true, Integer.MAX_VALUE).stream()
                .map(running ? LabelledCorpus::running : LabelledCorpus::document)
                .toList();
    }
}
