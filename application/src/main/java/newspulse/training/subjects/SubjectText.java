package newspulse.training.subjects;

import newspulse.engine.text.Document;
import newspulse.engine.text.Tokenizer;

import java.util.ArrayList;
import java.util.List;

/// A text to learn from.
///
/// @param label of a subject, or one of those that [newspulse.engine.subjects.SubjectModel] knows
/// @param source where it is from: a small number
/// @param weight how much it counts among others with the same label
record SubjectText(Document document, String label, int source, float weight) {
    /// Stands between headline and description in some data sets.
    private static final String DASH = " — ";

    /// A document of a line of a data set: what stands behind a dash is the body.
    static Document document(String line) {
        int dash = line.indexOf(DASH);
        return dash < 0
                ? document(line, "")
                : document(line.substring(0, dash), line.substring(dash + DASH.length()));
    }

    static Document document(String title, String body) {
        return new Document(
                Tokenizer.tokenize(title),
                body.isEmpty() ? List.of() : List.of(Tokenizer.tokenize(body)));
    }

    /// Weights under which frequent labels count less.
    ///
    /// @param power 0 lets every text count the same, 1 every label
    /// @return one for each text, 1 on average
    static float[] balanced(List<SubjectText> texts, List<String> labels, double power) {
        double[] mass = new double[labels.size()];
        int[] label = new int[texts.size()];
        for (int i = 0; i < label.length; i++) {
            label[i] = labels.indexOf(texts.get(i).label);
            mass[label[i]] += texts.get(i).weight;
        }
        float[] weights = new float[label.length];
        double sum = 0;
        for (int i = 0; i < label.length; i++) {
            weights[i] = (float) (texts.get(i).weight * Math.pow(mass[label[i]], -power));
            sum += weights[i];
        }
        for (int i = 0; i < label.length; i++) {
            weights[i] *= (float) (label.length / sum);
        }
        return weights;
    }

    /// Those of a tenth of all, picked by what they say, or all others.
    static List<SubjectText> heldOut(List<SubjectText> texts, boolean held) {
        List<SubjectText> part = new ArrayList<>();
        for (SubjectText text : texts) {
            int hash = text.document.title().text.hashCode();
            if ((Math.floorMod(hash, 10) == 0) == held) {
                part.add(text);
            }
        }
        return part;
    }
}
