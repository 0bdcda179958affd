package newspulse.training;

import java.util.List;
import java.util.Optional;

/// What a score has to reach before we call a model good.
///
/// @param value at least, or of an error at most
/// @param met whether it is reached, by what readers are shown: three decimals
record Floor(double value, boolean met) {
    private static final double ROUNDS = 1000;

    /// @param dataSet how its name begins
    private record Goal(String what, String dataSet, String metric, double value) {}

    private static final List<Goal> GOALS =
            List.of(
                    new Goal("tone", "SEntFiN test", "macro-F1", 0.82),
                    new Goal("tone", "NewsMTSC train, tenth held out", "macro-F1", 0.64),
                    new Goal("tone", "SST-2 test", "accuracy", 0.72),
                    new Goal("tone", "SEntFiN, training part, never seen", "macro-F1", 0.56),
                    new Goal("tone", "NewsMTSC, training part, never seen", "macro-F1", 0.56),
                    new Goal("tone", "NSMC test", "accuracy", 0.87),
                    new Goal("subjects", "UCI test", "accuracy", 0.92),
                    new Goal("subjects", "HuffPost test", "macro-F1", 0.62),
                    new Goal("subjects", "AG News test", "accuracy", 0.68),
                    new Goal("subjects", "KLUE-TC test", "macro-F1", 0.86),
                    new Goal("entities", "CoNLL-2003 testa", "span F1, PER/LOC/ORG", 0.62),
                    new Goal("entities", "KLUE-NER dev", "span F1, all six kinds", 0.74),
                    new Goal("keywords", "Inspec", "F1@10", 0.25),
                    new Goal("keywords", "SemEval2017", "F1@10", 0.26),
                    new Goal(
                            "language", "20 largest languages, every fifth line", "accuracy", 0.99),
                    new Goal("language", "79 languages, every fifth line", "accuracy", 0.95),
                    new Goal("tone", "", "ECE", 0.05),
                    new Goal("subjects", "", "ECE", 0.05));

    /// What is asked of a score, if anything is.
    static Optional<Floor> of(Score score) {
        return GOALS.stream()
                .filter(goal ->
                        score.what().startsWith(goal.what)
                                && score.dataSet().startsWith(goal.dataSet)
                                && score.metric().equals(goal.metric))
                .findFirst()
                .map(goal -> new Floor(goal.value, met(score, goal)));
    }

    private static boolean met(Score score, Goal goal) {
        double shown = Math.round(score.value() * ROUNDS) / ROUNDS;
        return goal.metric.equals("ECE") ? shown <= goal.value : shown >= goal.value;
    }
}
