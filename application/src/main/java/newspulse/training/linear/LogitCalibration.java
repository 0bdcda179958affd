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

    /// Factor and power under which softmax of `logits * factor * size^power` is most likely of the
    /// truth: a temperature that depends on how large each example is.
    ///
    /// @param sizes above 0, one for each
    /// @return factor and power
    public static float[] factorAndPower(List<float[]> logits, int[] truth, float[] sizes) {
        double factor = 1;
        double power = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double fixedPower = power;
            factor = lowest(f -> sizedLoss(logits, truth, sizes, f, fixedPower), SMALLEST, LARGEST);
            double fixedFactor = factor;
            power = lowest(p -> sizedLoss(logits, truth, sizes, fixedFactor, p), -1, 1);
        }
        return new float[] {(float) factor, (float) power};
    }

    private static double sizedLoss(
            List<float[]> logits, int[] truth, float[] sizes, double factor, double power) {
        double loss = 0;
        for (int i = 0; i < truth.length; i++) {
            loss += loss(logits.get(i), truth[i], factor * Math.pow(sizes[i], power));
        }
        return loss;
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
            loss += loss(logits.get(i), truth[i], factor);
        }
        return loss;
    }

    private static double loss(float[] logits, int truth, double factor) {
        float[] scaled = logits.clone();
        for (int c = 0; c < scaled.length; c++) {
            scaled[c] *= (float) factor;
        }
        Softmax.inPlace(scaled);
        return -Math.log(Math.max(scaled[truth], LEAST));
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
