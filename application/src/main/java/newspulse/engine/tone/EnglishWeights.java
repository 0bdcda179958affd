package newspulse.engine.tone;

import newspulse.engine.linear.LinearModel;
import newspulse.engine.linear.SeenHashes;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// What is learned of the tone of English: a model that knows its sources (n-grams, words, clues),
/// and one of clues alone that carries over to others.
///
/// @param grams logits of negative, neutral, positive by hashed features
/// @param pairs that the first model saw
/// @param clues of the first model
/// @param bareClues the second model
/// @param sharpness what confidence was found to be, by length
public record EnglishWeights(
        LinearModel grams,
        SeenHashes pairs,
        WordScores words,
        ClueWeights clues,
        ClueWeights bareClues,
        Sharpness sharpness) {
    private static final int MAGIC = 0x4e505445;
    private static final int VERSION = 1;

    /// Reads what [#write] wrote.
    ///
    /// @throws IllegalStateException when it is no such file, or a damaged one
    public static EnglishWeights read(byte[] file) {
        try (var in = new DataInputStream(new ByteArrayInputStream(file))) {
            if (in.readInt() != MAGIC || in.readUnsignedByte() != VERSION) {
                throw new IllegalStateException("not an English tone model of version " + VERSION);
            }
            var weights =
                    new EnglishWeights(
                            LinearModel.read(in),
                            SeenHashes.read(in),
                            WordScores.read(in),
                            ClueWeights.read(in),
                            ClueWeights.read(in),
                            new Sharpness(in.readFloat(), in.readFloat()));
            if (in.read() >= 0 || weights.grams.labels().size() != PassageModel.LABELS) {
                throw new IllegalStateException("an English tone model of the wrong size");
            }
            return weights;
        } catch (IOException e) {
            throw new IllegalStateException("a damaged English tone model", e);
        }
    }

    /// Writes all parts, one behind the other, behind magic `NPTE` and a version.
    public void write(OutputStream to) throws IOException {
        var out = new DataOutputStream(to);
        out.writeInt(MAGIC);
        out.writeByte(VERSION);
        grams.write(out);
        pairs.write(out);
        words.write(out);
        clues.write(out);
        bareClues.write(out);
        out.writeFloat(sharpness.factor());
        out.writeFloat(sharpness.power());
        out.flush();
    }
}
