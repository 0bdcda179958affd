package newspulse.engine.linear;

/// Turns logits into probabilities.
public final class Softmax {
    private Softmax() {}

    /// Of classes of which one holds: they sum up to 1.
    public static void inPlace(float[] logits) {
        float highest = Float.NEGATIVE_INFINITY;
        for (float logit : logits) {
            highest = Math.max(highest, logit);
        }
        float sum = 0;
        for (int c = 0; c < logits.length; c++) {
            logits[c] = (float) Math.exp(logits[c] - highest);
            sum += logits[c];
        }
        for (int c = 0; c < logits.length; c++) {
            logits[c] /= sum;
        }
    }

    /// Of one class that may hold beside others: the logistic function.
    public static float sigmoid(float logit) {
        return (float) (1 / (1 + Math.exp(-logit)));
    }
}
