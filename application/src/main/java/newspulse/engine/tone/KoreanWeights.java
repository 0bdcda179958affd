package newspulse.engine.tone;

import newspulse.engine.linear.LinearModel;
import newspulse.engine.linear.SeenHashes;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// What is learned of the tone of Korean from texts that praise or complain.
///
/// @param praise one logit by hashed features: above 0 praise, below complaint
/// @param trigrams of characters that occurred in those texts three times or more
public record KoreanWeights(LinearModel praise, SeenHashes trigrams) {
    private static final int MAGIC = 0x4e50544b;
    private static final int VERSION = 1;

    /// Reads what [#write] wrote.
    ///
    /// @throws IllegalStateException when it is no such file, or a damaged one
    public static KoreanWeights read(byte[] file) {
        try (var in = new DataInputStream(new ByteArrayInputStream(file))) {
            if (in.readInt() != MAGIC || in.readUnsignedByte() != VERSION) {
                throw new IllegalStateException("not a Korean tone model of version " + VERSION);
            }
            var weights = new KoreanWeights(LinearModel.read(in), SeenHashes.read(in));
            if (in.read() >= 0 || weights.praise.labels().size() != 1) {
                throw new IllegalStateException("a Korean tone model of the wrong size");
            }
            return weights;
        } catch (IOException e) {
            throw new IllegalStateException("a damaged Korean tone model", e);
        }
    }

    /// Writes both parts behind magic `NPTK` and a version.
    public void write(OutputStream to) throws IOException {
        var out = new DataOutputStream(to);
        out.writeInt(MAGIC);
        out.writeByte(VERSION);
        praise.write(out);
        trigrams.write(out);
        out.flush();
    }
}
