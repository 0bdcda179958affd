package newspulse.producer.web;

import org.brotli.dec.BrotliInputStream;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// Unpacks an answer (RFC 9110, section 8.4), and stops as soon as it grows longer, or grows more,
/// than an answer may. One that ends too early is taken as far as it goes.
final class Unpacker {
    static final String ACCEPTED = "gzip, deflate, br";

    /// Text packs to a tenth, markup to a fiftieth at best.
    private static final int MOST_GROWTH = 200;

    /// What stays below this harms nobody, however it grew.
    private static final int HARMLESS = 1024 * 1024;

    private static final int MOST_LAYERS = 2;
    private static final int STEP = 16 * 1024;

    private Unpacker() {}

    /// It was packed so that it would harm, or in a way that is not known.
    static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        RefusedException(String message) {
            super(message);
        }
    }

    static byte[] unpack(byte[] packed, String encodings, int maxBytes) throws RefusedException {
        List<String> layers = new ArrayList<>();
        for (String encoding : encodings.toLowerCase(Locale.ROOT).split(",", -1)) {
            String name = encoding.strip();
            if (!name.isEmpty() && !name.equals("identity")) {
                layers.add(name);
            }
        }
        if (layers.size() > MOST_LAYERS) {
            throw new RefusedException("its answer is packed " + layers.size() + " times");
        }
        byte[] bytes = packed;
        for (String layer : layers.reversed()) {
            bytes = layer(bytes, layer, maxBytes);
        }
        return bytes;
    }

    private static byte[] layer(byte[] packed, String encoding, int maxBytes)
            throws RefusedException {
        var out = new ByteArrayOutputStream(Math.min(maxBytes, Math.max(packed.length, STEP)));
        long most = Math.max(HARMLESS, (long) packed.length * MOST_GROWTH);
        byte[] step = new byte[STEP];
        try (InputStream in = open(packed, encoding)) {
            for (int read = in.read(step); read >= 0; read = in.read(step)) {
                if (out.size() + read > maxBytes) {
                    throw new RefusedException("its answer is longer than " + maxBytes + " bytes");
                }
                if (out.size() + read > most) {
                    throw new RefusedException(
                            "its answer grows to more than " + MOST_GROWTH + " times its length");
                }
                out.write(step, 0, read);
            }
        } catch (IOException e) {
            if (out.size() == 0) {
                throw new RefusedException("its answer cannot be unpacked: " + e.getMessage());
            }
        }
        return out.toByteArray();
    }

    private static InputStream open(byte[] packed, String encoding)
            throws IOException, RefusedException {
        var in = new ByteArrayInputStream(packed);
        return switch (encoding) {
            case "gzip", "x-gzip" -> isGzip(packed) ? new GZIPInputStream(in) : in;
            case "deflate" -> new InflaterInputStream(in, new Inflater(!isZlib(packed)));
            case "br" -> new BrotliInputStream(in);
            default -> throw new RefusedException("its answer is packed as " + encoding);
        };
    }

    /// Some servers say so and do not.
    private static boolean isGzip(byte[] packed) {
        return packed.length > 2 && packed[0] == 0x1F && packed[1] == (byte) 0x8B;
    }

    /// "deflate" means zlib's format (RFC 1950); some servers leave its frame out.
    private static boolean isZlib(byte[] packed) {
        return packed.length > 1
                && (packed[0] & 0x0F) == 8
                && ((packed[0] & 0xFF) << 8 | (packed[1] & 0xFF)) % 31 == 0;
    }
}
