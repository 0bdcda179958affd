package newspulse.engine.tone;

import newspulse.engine.files.TermLine;

import java.util.List;

/// How likely a passage is neutral, or has the tone that its lexicon score points to, by how strong
/// the score is. Between the measured strengths it is interpolated, outside them the nearest holds.
final class LexiconCurve {
    private final double[] strengths;
    private final double[] neutral;
    private final double[] pointed;

    /// Reads lines of `strength neutral pointed`, with the strengths rising; what is left to 1 is
    /// how likely the opposite tone is.
    ///
    /// @throws IllegalArgumentException when a line has not three numbers, or there is none
    LexiconCurve(List<TermLine> lines) {
        strengths = new double[lines.size()];
        neutral = new double[lines.size()];
        pointed = new double[lines.size()];
        for (int i = 0; i < strengths.length; i++) {
            List<String> numbers = List.of(lines.get(i).terms().getFirst().split(" ", -1));
            if (numbers.size() != 3) {
                throw new IllegalArgumentException("not strength, neutral, pointed: " + numbers);
            }
            strengths[i] = Double.parseDouble(numbers.get(0));
            neutral[i] = Double.parseDouble(numbers.get(1));
            pointed[i] = Double.parseDouble(numbers.get(2));
        }
        if (strengths.length == 0) {
            throw new IllegalArgumentException("a curve without points");
        }
    }

    /// Writes the probabilities of a score.
    ///
    /// @param score -1..1
    void at(double score, float[] probabilities) {
        double strength = Math.abs(score);
        int next = 0;
        while (next < strengths.length && strengths[next] <= strength) {
            next++;
        }
        int before = Math.max(0, next - 1);
        int after = Math.min(next, strengths.length - 1);
        double width = strengths[after] - strengths[before];
        double part = width <= 0 ? 0 : (strength - strengths[before]) / width;
        double none = neutral[before] + part * (neutral[after] - neutral[before]);
        double same = pointed[before] + part * (pointed[after] - pointed[before]);
        double opposite = Math.max(0, 1 - none - same);
        probabilities[PassageModel.NEUTRAL] = (float) none;
        probabilities[PassageModel.POSITIVE] = (float) (score < 0 ? opposite : same);
        probabilities[PassageModel.NEGATIVE] = (float) (score < 0 ? same : opposite);
    }
}
