package newspulse.engine.tone;

import newspulse.engine.files.TermLine;
import newspulse.model.Sentiment;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How often answers of one language were right when measured, by label and strength of the score.
/// Between the measured strengths it is interpolated, outside them the nearest one holds.
public final class Calibration {
    private final Map<Sentiment, double[][]> curves = new EnumMap<>(Sentiment.class);

    /// Reads lines of `language label TAB strength confidence, strength confidence, ...`, with the
    /// strengths rising.
    public Calibration(List<TermLine> lines, String language) {
        for (Sentiment label : Sentiment.values()) {
            List<String> head = List.of(language, label.label());
            lines.stream()
                    .filter(line -> line.head().equals(head))
                    .forEach(line -> curves.put(label, curve(line.terms())));
        }
    }

    private static double[][] curve(List<String> points) {
        double[][] curve = new double[2][points.size()];
        for (int i = 0; i < points.size(); i++) {
            int space = points.get(i).indexOf(' ');
            curve[0][i] = Double.parseDouble(points.get(i).substring(0, space));
            curve[1][i] = Double.parseDouble(points.get(i).substring(space + 1));
        }
        return curve;
    }

    /// How likely an answer is right: 0..1, and 0 for a label that was not measured.
    ///
    /// @param strength how far from 0 the score is
    double confidence(Sentiment label, double strength) {
        double[][] curve = curves.get(label);
        if (curve == null) {
            return 0;
        }
        double[] strengths = curve[0];
        double[] confidences = curve[1];
        int next = 0;
        while (next < strengths.length && strengths[next] <= strength) {
            next++;
        }
        if (next == 0) {
            return confidences[0];
        }
        if (next == strengths.length) {
            return confidences[next - 1];
        }
        double part = (strength - strengths[next - 1]) / (strengths[next] - strengths[next - 1]);
        return confidences[next - 1] + part * (confidences[next] - confidences[next - 1]);
    }
}
