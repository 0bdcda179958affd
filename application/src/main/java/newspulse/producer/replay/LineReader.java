package newspulse.producer.replay;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Reads lines of bytes from a stream in bounded memory: empty lines are left out, a byte order
/// mark at the beginning too, and a line over the limit is skipped as it comes.
final class LineReader {
    static final int MAX_LINE = 1024 * 1024;

    private final InputStream input;
    private final byte[] block;
    private int at;
    private int end;
    private long number;

    LineReader(InputStream input) {
        this(input, 256 * 1024);
    }

    LineReader(InputStream input, int blockSize) {
        this.input = input;
        this.block = new byte[blockSize];
    }

    /// The next line that is not empty, or null at the end.
    @Nullable Line next() throws IOException {
        while (true) {
            Raw raw = readLine();
            if (raw == null) {
                return null;
            }
            number++;
            if (raw.length() > MAX_LINE) {
                return new Line.TooLong(number, raw.length());
            }
            byte[] bytes = trimmed(raw.bytes(), number == 1 ? mark(raw.bytes()) : 0);
            if (bytes.length > 0) {
                return new Line.Text(number, bytes);
            }
        }
    }

    /// A line as it stands; of one over the limit only its beginning is kept.
    private @Nullable Raw readLine() throws IOException {
        byte[] kept = new byte[0];
        long length = 0;
        boolean any = false;
        while (at < end || fill()) {
            any = true;
            int stop = at;
            while (stop < end && block[stop] != '\n') {
                stop++;
            }
            int piece = stop - at;
            if (length + piece <= MAX_LINE) {
                kept = appended(kept, at, piece);
            }
            length += piece;
            boolean ended = stop < end;
            at = ended ? stop + 1 : stop;
            if (ended) {
                break;
            }
        }
        return any ? new Raw(kept, length) : null;
    }

    private byte[] appended(byte[] kept, int from, int count) {
        byte[] longer = Arrays.copyOf(kept, kept.length + count);
        System.arraycopy(block, from, longer, kept.length, count);
        return longer;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, input.read(block, 0, block.length));
        return end > 0;
    }

    private static int mark(byte[] bytes) {
        boolean marked =
                bytes.length >= 3
                        && bytes[0] == (byte) 0xEF
                        && bytes[1] == (byte) 0xBB
                        && bytes[2] == (byte) 0xBF;
        return marked ? 3 : 0;
    }

    private static byte[] trimmed(byte[] bytes, int from) {
        int first = from;
        int last = bytes.length;
        while (first < last && isBlank(bytes[first])) {
            first++;
        }
        while (last > first && isBlank(bytes[last - 1])) {
            last--;
        }
        return first == 0 && last == bytes.length ? bytes : Arrays.copyOfRange(bytes, first, last);
    }

    private static boolean isBlank(byte value) {
        return value == ' ' || value == '\t' || value == '\r';
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Raw(byte[] bytes, long length) {}
}
