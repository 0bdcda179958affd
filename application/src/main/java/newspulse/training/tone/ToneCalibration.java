package newspulse.training.tone;

import newspulse.engine.files.ModelFiles;
import newspulse.engine.linear.Features;
import newspulse.engine.linear.Grams;
import newspulse.engine.text.Document;
import newspulse.engine.text.Tokenizer;
import newspulse.engine.tone.EnglishTone;
import newspulse.engine.tone.EnglishWeights;
import newspulse.engine.tone.Sharpness;
import newspulse.engine.tone.ToneModel;
import newspulse.training.LabelledText;
import newspulse.training.linear.LogitCalibration;

import java.util.ArrayList;
import java.util.List;

/// How sure the English tone model may be, from what models answered to texts that they had not
/// seen: of the sources that they knew, and of others. In use a model meets both.
final class ToneCalibration {
    /// Into how many parts the texts of known sources are dealt.
    static final int PARTS = 3;

    private static final double LEAST = 1e-6;

    private final ModelFiles lexicons;
    private final List<float[]> logits = new ArrayList<>();
    private final List<Integer> truth = new ArrayList<>();
    private final List<Float> sizes = new ArrayList<>();

    ToneCalibration(ModelFiles lexicons) {
        this.lexicons = lexicons;
    }

    /// Takes the answers of a model.
    ///
    /// @param weights with [Sharpness#PLAIN]
    void add(EnglishWeights weights, List<LabelledText> unseen) {
        ToneModel model = EnglishTone.with(weights, lexicons);
        for (LabelledText text : unseen) {
            Document document = new Document(Tokenizer.tokenize(text.text()), List.of());
            double[] sure = model.probabilities(document, Features.of(document, Grams.LETTERS));
            float[] logit = new float[sure.length];
            for (int c = 0; c < logit.length; c++) {
                logit[c] = (float) Math.log(Math.max(sure[c], LEAST));
            }
            logits.add(logit);
            truth.add(EnglishToneLearner.LABELS.indexOf(text.label()));
            sizes.add(Math.clamp(document.words(), 1, Sharpness.LONGEST) / Sharpness.USUAL);
        }
    }

    /// The sharpness under which the truth is likeliest; plain where no answer was taken.
    Sharpness sharpness() {
        if (logits.isEmpty()) {
            return Sharpness.PLAIN;
        }
        int[] classes = truth.stream().mapToInt(label -> label).toArray();
        float[] lengths = new float[classes.length];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = sizes.get(i);
        }
        float[] found = LogitCalibration.factorAndPower(logits, classes, lengths);
        return new Sharpness(found[0], found[1]);
    }
}
