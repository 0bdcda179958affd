package newspulse.engine.tone;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/// Weights of [Clues] for each label.
public final class ClueWeights {
    private final float[] weights;
    private final float[] bias;

    /// Keeps copies.
    ///
    /// @param weights of clue `i` and label `c` at `i * 3 + c`
    /// @param bias of each label
    public ClueWeights(float[] weights, float[] bias) {
        if (weights.length != Clues.COUNT * PassageModel.LABELS
                || bias.length != PassageModel.LABELS) {
            throw new IllegalArgumentException("sizes that do not fit");
        }
        this.weights = weights.clone();
        this.bias = bias.clone();
    }

    /// Adds to logits.
    void add(float[] clues, float[] logits) {
        for (int c = 0; c < PassageModel.LABELS; c++) {
            float sum = bias[c];
            for (int i = 0; i < Clues.COUNT; i++) {
                sum += clues[i] * weights[i * PassageModel.LABELS + c];
            }
            logits[c] += sum;
        }
    }

    static ClueWeights read(DataInputStream in) throws IOException {
        float[] weights = new float[Clues.COUNT * PassageModel.LABELS];
        float[] bias = new float[PassageModel.LABELS];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = in.readFloat();
        }
        for (int c = 0; c < bias.length; c++) {
            bias[c] = in.readFloat();
        }
        return new ClueWeights(weights, bias);
    }

    void write(DataOutputStream out) throws IOException {
        for (float weight : weights) {
            out.writeFloat(weight);
        }
        for (float one : bias) {
            out.writeFloat(one);
        }
    }
}
