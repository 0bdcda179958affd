package newspulse.training.tone;

import newspulse.engine.files.ModelFiles;
import newspulse.engine.tone.EnglishTone;
import newspulse.engine.tone.KoreanTone;
import newspulse.engine.tone.ToneModel;
import newspulse.training.Evaluation;
import newspulse.training.LabelledText;
import newspulse.training.Progress;
import newspulse.training.PublicData;
import newspulse.training.Score;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Measures the tone models on texts that they have not seen, through the analyser of the product:
/// test files, the tenth of NewsMTSC that training leaves alone, and each English source with a
/// model that was learned from the others. The last shows what to expect of sources that are not
/// here.
public final class ToneEvaluation implements Evaluation {
    private static final String ENGLISH = "tone, English";
    private static final String KOREAN = "tone, Korean";

    /// A file to measure on.
    ///
    /// @param held whether only the part that training leaves alone is measured
    private record Test(String name, String path, boolean held) {}

    private static final List<Test> ENGLISH_TESTS =
            List.of(
                    new Test("SEntFiN test", "sentiment/sentfin.test.tsv", false),
                    new Test("NewsMTSC train, tenth held out", PublicData.NEWSMTSC.path(), true),
                    new Test("SST-2 test", "sentiment/sst2.test.tsv", false));
    private static final Test KOREAN_TEST = new Test("NSMC test", "sentiment/nsmc.test.tsv", false);

    @Override
    public String name() {
        return "tone";
    }

    @Override
    public List<Score> measure(ModelFiles models, Path data, Progress progress) throws IOException {
        List<Score> scores = new ArrayList<>();
        List<ReferenceTone> english = references(data);
        ToneModel model = EnglishTone.load(models);
        for (Test test : ENGLISH_TESTS) {
            List<LabelledText> texts = texts(test, data);
            progress.at(test.name(), 0, texts.size());
            scores.addAll(scores(model, "en", ENGLISH, test.name(), texts, english));
        }
        List<LabelledText> korean = texts(KOREAN_TEST, data);
        progress.at(KOREAN_TEST.name(), 0, korean.size());
        scores.addAll(
                scores(
                        KoreanTone.load(models),
                        "ko",
                        KOREAN,
                        KOREAN_TEST.name(),
                        korean,
                        List.of(new Predecessor())));
        scores.addAll(new CrossValidation(models, data, progress).scores(ENGLISH, english));
        return scores;
    }

    private static List<ReferenceTone> references(Path data) throws IOException {
        List<ReferenceTone> references = new ArrayList<>(List.of(new Predecessor()));
        Path lexicon = data.resolve("lexicons/vader/vader_lexicon.txt");
        if (Files.exists(lexicon)) {
            references.add(new Vader(lexicon));
        }
        return references;
    }

    private static List<LabelledText> texts(Test test, Path data) throws IOException {
        Path path = data.resolve(test.path());
        if (!Files.exists(path)) {
            return List.of();
        }
        List<LabelledText> texts = LabelledText.read(path);
        return test.held() ? ToneData.part(texts, EnglishToneTrainer.PARTS, true) : texts;
    }

    private static List<Score> scores(
            ToneModel model,
            String language,
            String what,
            String dataSet,
            List<LabelledText> texts,
            List<ReferenceTone> references) {
        return texts.isEmpty()
                ? List.of()
                : ToneMeasure.of(model, language, texts)
                        .scores(what, dataSet, ReferenceTone.all(references, texts));
    }
}
