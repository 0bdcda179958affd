package newspulse.training.linear;

import newspulse.engine.linear.Softmax;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// Makes probabilities as often right as they say, from the logits of examples that the model has
/// not learned from. What is found goes into the model:
/// [newspulse.engine.linear.LinearModel#rescaled].
public final class LogitCalibration {
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final int STEPS = 40;
    private static final double SMALLEST = 0.05;
    private static final double LARGEST = 10;
    private static final double FARTHEST = 8;
    private static final double LEAST = 1e-9;
    private static final int ROUNDS = 8;

    private LogitCalibration() {}

    /// The factor of all logits under which softmax is most likely of the truth (Guo et al., "On
    /// Calibration of Modern Neural Networks", ICML 2017: one over the temperature).
    ///
    /// @param truth the class of each
    public static float factor(List<float[]> logits, int[] truth) {
        return (float) lowest(factor -> softmaxLoss(logits, truth, factor), SMALLEST, LARGEST);
    }

    /// Slope and shift of the logits of one class that may hold beside others, under which the
    /// logistic function is most likely of the truth (Platt, 1999).
    ///
    /// @return slope and shift
    public static float[] slopeAndShift(float[] logits, boolean[] truth) {
        double slope = 1;
        double shift = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double fixed = slope;
            shift = lowest(s -> sigmoidLoss(logits, truth, fixed, s), -FARTHEST, FARTHEST);
            double moved = shift;
            slope = lowest(s -> sigmoidLoss(logits, truth, s, moved), SMALLEST, LARGEST);
        }
        return new float[] {(float) slope, (float) shift};
    }

    private static double softmaxLoss(List<float[]> logits, int[] truth, double factor) {
        double loss = 0;
        for (int i = 0; i < truth.length; i++) {
            float[] scaled = logits.get(i).clone();
            for (int c = 0; c < scaled.length; c++) {
                scaled[c] *= (float) factor;
            }
            Softmax.inPlace(scaled);
            loss -= Math.log(Math.max(scaled[truth[i]], LEAST));
        }
        return loss;
    }

    private static double sigmoidLoss(float[] logits, boolean[] truth, double slope, double shift) {
        double loss = 0;
        for (int i = 0; i < truth.length; i++) {
            double sure = Softmax.sigmoid((float) (slope * logits[i] + shift));
            loss -= Math.log(Math.max(truth[i] ? sure : 1 - sure, LEAST));
        }
        return loss;
    }

    /// Where a function with one valley is lowest, by golden section.
    private static double lowest(DoubleUnaryOperator function, double from, double to) {
        double low = from;
        double high = to;
        for (int step = 0; step < STEPS; step++) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (function.applyAsDouble(left) < function.applyAsDouble(right)) {
                high = right;
            } else {
                low = left;
            }
        }
        return (low + high) / 2;
    }
}
