package newspulse.producer.folder;

import org.jspecify.annotations.Nullable;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Cuts a file's bytes at the ends of its lines, in bounded memory, and knows where it stands.
final class PieceReader {
    /// What fits into a record of the input topic, with key and headers.
    static final int MAX_PIECE = 960 * 1024;

    /// How much is kept of one that is longer.
    static final int KEPT = 16 * 1024;

    private static final int BLOCK = 64 * 1024;

    private final InputStream input;
    private final Quotes quotes;
    private byte[] buffer = new byte[2 * BLOCK];
    private int start;
    private int limit;
    private long offset;
    private long line;
    private byte[] tail;
    private boolean cutShort;

    /// Begins at a position.
    ///
    /// @param input from there on
    /// @param tail what stands before it, as far as a checksum covers
    /// @param delimiter of CSV; null for files whose lines are the pieces
    PieceReader(InputStream input, Position from, byte[] tail, @Nullable Character delimiter) {
        this.input = input;
        this.offset = from.offset();
        this.line = from.line();
        this.tail = tail;
        this.quotes = new Quotes(delimiter);
    }

    long offset() {
        return offset;
    }

    /// The number of the line that comes next.
    long line() {
        return line;
    }

    byte[] tail() {
        return tail;
    }

    /// Whether the file ended where a packed one must not: it is still being written.
    boolean isCutShort() {
        return cutShort;
    }

    /// Passes over a byte order mark at the file's beginning.
    void skipMark() throws IOException {
        ahead(3);
        boolean marked =
                limit - start >= 3
                        && buffer[start] == (byte) 0xEF
                        && buffer[start + 1] == (byte) 0xBB
                        && buffer[start + 2] == (byte) 0xBF;
        consume(marked ? start + 3 : start);
    }

    /// Passes over the end of a line that was taken before it had one.
    void skipLineEnd() throws IOException {
        ahead(2);
        int at = start < limit && buffer[start] == '\r' ? start + 1 : start;
        consume(at < limit && buffer[at] == '\n' ? at + 1 : start);
    }

    /// The next piece, or null at the end of the file.
    @Nullable Piece next() throws IOException {
        quotes.reset();
        int seen = 0;
        int firstEnd = -1;
        int ends = 0;
        while (true) {
            if (start + seen == limit && !fill()) {
                return seen == 0 ? null : last(firstEnd);
            }
            byte one = buffer[start + seen++];
            if (one == '\n') {
                ends++;
                if (!quotes.isOpen()) {
                    return piece(Piece.Kind.WHOLE, seen - 1, seen, ends, false);
                }
                firstEnd = firstEnd < 0 ? seen - 1 : firstEnd;
            }
            quotes.see(one);
            if (seen > MAX_PIECE) {
                return firstEnd < 0
                        ? tooLong(seen)
                        : piece(Piece.Kind.UNCLOSED, firstEnd, firstEnd + 1, 1, false);
            }
        }
    }

    private Piece last(int firstEnd) {
        int length = limit - start;
        return firstEnd < 0
                ? piece(Piece.Kind.WHOLE, length, length, 1, true)
                : piece(Piece.Kind.UNCLOSED, firstEnd, firstEnd + 1, 1, true);
    }

    /// @param length of the piece
    /// @param all its length with the end of the line
    private Piece piece(Piece.Kind kind, int length, int all, int lines, boolean isLast) {
        int end = start + length;
        int last = length > 0 && buffer[end - 1] == '\r' ? end - 1 : end;
        var piece = new Piece(kind, Arrays.copyOfRange(buffer, start, last), line, isLast);
        consume(start + all);
        line += lines;
        return piece;
    }

    private Piece tooLong(int seen) throws IOException {
        byte[] kept = Arrays.copyOfRange(buffer, start, start + KEPT);
        consume(start + seen);
        boolean ended = false;
        while (!ended && (start < limit || fill())) {
            int at = start;
            while (at < limit && !ended) {
                ended = buffer[at++] == '\n';
            }
            consume(at);
        }
        line++;
        return new Piece(Piece.Kind.TOO_LONG, kept, line - 1, !ended);
    }

    private void consume(int to) {
        int count = to - start;
        int fresh = Math.min(count, Position.WINDOW);
        int old = Math.min(tail.length, Position.WINDOW - fresh);
        byte[] next = new byte[old + fresh];
        System.arraycopy(tail, tail.length - old, next, 0, old);
        System.arraycopy(buffer, to - fresh, next, old, fresh);
        tail = next;
        offset += count;
        start = to;
    }

    /// Reads until so many bytes are there, or no more come.
    private void ahead(int count) throws IOException {
        boolean more = true;
        while (more && limit - start < count) {
            more = fill();
        }
    }

    /// Reads more behind what is there, which moves to the buffer's beginning.
    private boolean fill() throws IOException {
        System.arraycopy(buffer, start, buffer, 0, limit - start);
        limit -= start;
        start = 0;
        if (buffer.length - limit < BLOCK) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        try {
            int read = input.read(buffer, limit, BLOCK);
            limit += Math.max(0, read);
            return read > 0;
        } catch (EOFException _) {
            cutShort = true;
            return false;
        }
    }
}
