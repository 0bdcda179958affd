package newspulse.training.entities;

import newspulse.engine.entities.Labels;

/// Forward and backward sums of one sequence (Rabiner, 1989), scaled at each item so that nothing
/// under- or overflows.
final class Chain {
    private final Labels labels;
    private final int count;
    private final double[][] moves;
    private final double[][] emit;
    private final double[][] forward;
    private final double[][] backward;

    /// @param steps what each label gains by being entered, then by being left, then by going on
    /// @param scores of each item and label
    Chain(Labels labels, float[] steps, float[][] scores) {
        this.labels = labels;
        count = labels.count();
        moves = new double[count][count];
        for (int from = 0; from < count; from++) {
            for (int to = 0; to < count; to++) {
                int kind = move(from, to);
                if (kind == ENTER) {
                    moves[from][to] = Math.exp(steps[to] + steps[count + from]);
                } else if (kind == GO_ON) {
                    moves[from][to] = Math.exp(steps[2 * count + to]);
                }
            }
        }
        int n = scores.length;
        emit = new double[n][count];
        forward = new double[n][count];
        backward = new double[n][count];
        for (int i = 0; i < n; i++) {
            float most = scores[i][0];
            for (float score : scores[i]) {
                most = Math.max(most, score);
            }
            for (int label = 0; label < count; label++) {
                emit[i][label] = Math.exp(scores[i][label] - most);
            }
        }
        sum(steps);
    }

    private static final int NEVER = 0;
    private static final int ENTER = 1;
    private static final int GO_ON = 2;

    private int move(int from, int to) {
        if (to == Labels.OUTSIDE) {
            return ENTER;
        }
        boolean same = from != Labels.OUTSIDE && labels.next(from) == to;
        if (labels.isInside(to)) {
            return same ? GO_ON : NEVER;
        }
        return same ? GO_ON : ENTER;
    }

    private void sum(float[] steps) {
        int n = emit.length;
        for (int label = 0; label < count; label++) {
            int kind = move(Labels.OUTSIDE, label);
            forward[0][label] = kind == NEVER ? 0 : moves[Labels.OUTSIDE][label] * emit[0][label];
            backward[n - 1][label] = Math.exp(steps[count + label]);
        }
        scale(forward[0]);
        scale(backward[n - 1]);
        for (int i = 1; i < n; i++) {
            for (int to = 0; to < count; to++) {
                double sum = 0;
                for (int from = 0; from < count; from++) {
                    sum += forward[i - 1][from] * moves[from][to];
                }
                forward[i][to] = sum * emit[i][to];
            }
            scale(forward[i]);
        }
        for (int i = n - 2; i >= 0; i--) {
            for (int from = 0; from < count; from++) {
                double sum = 0;
                for (int to = 0; to < count; to++) {
                    sum += moves[from][to] * emit[i + 1][to] * backward[i + 1][to];
                }
                backward[i][from] = sum;
            }
            scale(backward[i]);
        }
    }

    private static void scale(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] /= sum;
        }
    }

    /// What is there less what was expected, for each label of item `i`; the same for the steps
    /// that lead to it is added to `steps`.
    float[] gradient(int i, byte[] gold, float[] steps) {
        float[] gradient = new float[count];
        double all = 0;
        for (int label = 0; label < count; label++) {
            all += forward[i][label] * backward[i][label];
        }
        for (int label = 0; label < count; label++) {
            gradient[label] = (float) (-forward[i][label] * backward[i][label] / all);
        }
        gradient[gold[i]] += 1;
        int before = i == 0 ? Labels.OUTSIDE : gold[i - 1];
        step(before, gold[i], 1, steps);
        expected(i, steps);
        if (i == gold.length - 1) {
            steps[count + gold[i]] += 1;
            for (int label = 0; label < count; label++) {
                steps[count + label] -= (float) (forward[i][label] * backward[i][label] / all);
            }
        }
        return gradient;
    }

    private void expected(int i, float[] steps) {
        double all = 0;
        double[][] joint = new double[count][count];
        for (int from = 0; from < count; from++) {
            double before = i == 0 ? (from == Labels.OUTSIDE ? 1 : 0) : forward[i - 1][from];
            for (int to = 0; to < count && before > 0; to++) {
                joint[from][to] = before * moves[from][to] * emit[i][to] * backward[i][to];
                all += joint[from][to];
            }
        }
        for (int from = 0; from < count; from++) {
            for (int to = 0; to < count; to++) {
                if (joint[from][to] > 0) {
                    step(from, to, (float) (-joint[from][to] / all), steps);
                }
            }
        }
    }

    private void step(int from, int to, float by, float[] steps) {
        if (move(from, to) == ENTER) {
            steps[to] += by;
            steps[count + from] += by;
        } else {
            steps[2 * count + to] += by;
        }
    }
}
