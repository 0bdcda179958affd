package newspulse.engine.language;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// The file of the language models: `NPLG`, a version, then script after script.
public record LanguageModel(List<ScriptModel> scripts) {
    private static final int MAGIC = 0x4e504c47;
    private static final int VERSION = 1;
    private static final int MOST_SCRIPTS = 64;
    private static final int MOST_LANGUAGES = 256;
    private static final int MOST_BITS = 18;

    public LanguageModel {
        scripts = List.copyOf(scripts);
    }

    /// Reads what [#toBytes] wrote.
    ///
    /// @throws IllegalStateException when the bytes are not such a file
    public static LanguageModel read(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != MAGIC || in.readInt() != VERSION) {
                throw new IOException("not a language model of version " + VERSION);
            }
            int size = within(in.readUnsignedByte(), MOST_SCRIPTS);
            List<ScriptModel> scripts = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                scripts.add(readScript(in));
            }
            if (in.read() >= 0) {
                throw new IOException("more bytes than it should have");
            }
            return new LanguageModel(scripts);
        } catch (IOException | IllegalArgumentException | BufferUnderflowException e) {
            throw new IllegalStateException("the language model is damaged: " + e.getMessage(), e);
        }
    }

    private static ScriptModel readScript(DataInputStream in) throws IOException {
        Character.UnicodeScript script = Character.UnicodeScript.forName(in.readUTF());
        int languages = within(in.readUnsignedShort(), MOST_LANGUAGES);
        List<String> codes = new ArrayList<>(languages);
        float[] biases = new float[languages];
        for (int k = 0; k < languages; k++) {
            codes.add(in.readUTF());
            biases[k] = in.readFloat();
        }
        int bits = within(in.readUnsignedByte(), MOST_BITS);
        float scale = in.readFloat();
        float temperature = in.readFloat();
        long[] weights = new long[ScriptModel.words(languages) << bits];
        ByteBuffer.wrap(in.readNBytes(weights.length * Long.BYTES)).asLongBuffer().get(weights);
        return new ScriptModel(script, codes, bits, scale, temperature, biases, weights);
    }

    private static int within(int value, int most) throws IOException {
        if (value < 1 || value > most) {
            throw new IOException("a size of " + value + ", not 1 to " + most);
        }
        return value;
    }

    /// The file, byte by byte the same for the same model.
    public byte[] toBytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            out.writeByte(scripts.size());
            for (ScriptModel model : scripts) {
                out.writeUTF(model.script.name());
                out.writeShort(model.codes.size());
                for (int k = 0; k < model.codes.size(); k++) {
                    out.writeUTF(model.codes.get(k));
                    out.writeFloat(model.biases[k]);
                }
                out.writeByte(model.bits);
                out.writeFloat(model.scale);
                out.writeFloat(model.temperature);
                var packed = ByteBuffer.allocate(model.weights.length * Long.BYTES);
                packed.asLongBuffer().put(model.weights);
                out.write(packed.array());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
