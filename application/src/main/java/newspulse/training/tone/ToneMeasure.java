package newspulse.training.tone;

import newspulse.engine.linear.Features;
import newspulse.engine.linear.Grams;
import newspulse.engine.text.Document;
import newspulse.engine.text.Tokenizer;
import newspulse.engine.tone.Tone;
import newspulse.engine.tone.ToneModel;
import newspulse.training.LabelledText;
import newspulse.training.Score;
import newspulse.training.metrics.Confusion;
import newspulse.training.metrics.ExpectedCalibrationError;

import java.util.ArrayList;
import java.util.List;

/// What a tone model answers to labelled texts, each given as the title of a document. Texts
/// labelled `0` and `1` are negative and positive; of them the sign of the score decides.
final class ToneMeasure {
    private final Confusion labels = new Confusion();
    private final ExpectedCalibrationError error = new ExpectedCalibrationError();
    private final boolean forced;

    private ToneMeasure(boolean forced) {
        this.forced = forced;
    }

    /// Of no texts yet, labelled with three labels.
    static ToneMeasure ofThree() {
        return new ToneMeasure(false);
    }

    static ToneMeasure of(ToneModel model, String language, List<LabelledText> texts) {
        boolean forced = texts.stream().allMatch(text -> isForced(text.label()));
        ToneMeasure measure = new ToneMeasure(forced);
        measure.read(model, language, texts);
        return measure;
    }

    /// Takes the answers of a model.
    void read(ToneModel model, String language, List<LabelledText> texts) {
        Grams grams = language.equals("ko") ? Grams.SYLLABLES : Grams.LETTERS;
        for (LabelledText text : texts) {
            Document document = new Document(Tokenizer.tokenize(text.text()), List.of());
            add(text.label(), model.of(document, Features.of(document, grams)));
        }
    }

    static boolean isForced(String label) {
        return label.equals("0") || label.equals("1");
    }

    private void add(String truth, Tone tone) {
        if (forced) {
            labels.add(truth, tone.score() > 0 ? "1" : "0");
            String answer =
                    switch (tone.label()) {
                        case POSITIVE -> "1";
                        case NEGATIVE -> "0";
                        case NEUTRAL, UNKNOWN -> "neither";
                    };
            error.add(tone.confidence(), answer.equals(truth));
        } else {
            String answer = tone.label().label();
            labels.add(truth, answer);
            error.add(tone.confidence(), answer.equals(truth));
        }
    }

    Confusion labels() {
        return labels;
    }

    /// Accuracy of two labels or macro-F1 of three, and the calibration error.
    List<Score> scores(String what, String dataSet, List<Score.Reference> others) {
        List<Score.Reference> references = new ArrayList<>();
        references.add(
                new Score.Reference(
                        "majority", forced ? labels.majorityAccuracy() : labels.majorityMacroF1()));
        references.addAll(others);
        Score quality =
                new Score(
                        what,
                        dataSet,
                        forced ? "accuracy" : "macro-F1",
                        forced ? labels.accuracy() : labels.macroF1(),
                        labels.items(),
                        references,
                        forced ? "the sign of the score decides" : "");
        String note = forced ? "neutral counts as wrong: the texts have no such label" : "";
        return List.of(quality.with(labels.markdown()), calibration(what, dataSet, note));
    }

    Score calibration(String what, String dataSet, String note) {
        return new Score(what, dataSet, "ECE", error.value(), labels.items(), List.of(), note)
                .with(error.markdown());
    }
}
