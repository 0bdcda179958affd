package newspulse.producer.folder;

import newspulse.model.Failure;
import newspulse.model.FailureCode;
import newspulse.wire.Json;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.core.JacksonException;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// One time through a file, from where it was left.
final class FileReading implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FileReading.class);

    private final boolean isPacked;
    private final byte[] head;
    private final InputStream input;
    private final PieceReader reader;
    private final @Nullable CsvRows rows;
    private Position reached;
    private boolean pending;

    private FileReading(
            WatchedFile file,
            byte[] head,
            Position from,
            byte[] tail,
            @Nullable CsvRows rows,
            @Nullable Character delimiter)
            throws IOException {
        this.isPacked = file.format().isPacked();
        this.head = head;
        this.reached = from;
        this.rows = rows;
        this.input = new FileContent(file).from(from.offset());
        this.reader = new PieceReader(input, from, tail, delimiter);
    }

    /// Begins where the file was left, or at its beginning when it is another than it was.
    static FileReading open(WatchedFile file, FolderSpec folder, Position known)
            throws IOException {
        var content = new FileContent(file);
        byte[] head = content.first(Position.WINDOW);
        byte[] tail = content.before(known.offset(), known.headLength());
        boolean isSame = known.fits(head, tail);
        if (!isSame) {
            LOG.info("{} was replaced and is read anew", file.path());
        }
        Position from = isSame ? known : Position.START;
        Character delimiter = file.format().isCsv() ? folder.delimiter() : null;
        CsvRows rows = delimiter == null ? null : new CsvRows(folder);
        if (rows != null && from.offset() > 0) {
            try (InputStream beginning = content.from(0)) {
                var reader = new PieceReader(beginning, Position.START, new byte[0], delimiter);
                reader.skipMark();
                Piece header = reader.next();
                if (header != null) {
                    rows.row(header.bytes());
                }
            }
        }
        byte[] before = isSame ? tail : new byte[0];
        var reading = new FileReading(file, head, from, before, rows, delimiter);
        if (from.offset() == 0) {
            reading.reader.skipMark();
        } else if (from.open()) {
            reading.reader.skipLineEnd();
        }
        return reading;
    }

    /// The next line, or null when there is none that is whole.
    ///
    /// @param settled whether a last line without an end is whole, for nobody goes on writing it
    @Nullable FileLine next(boolean settled) throws IOException {
        for (Piece piece = reader.next(); piece != null; piece = reader.next()) {
            boolean ended = settled || (isPacked && !reader.isCutShort());
            if (piece.isLast() && !ended && !isWholeObject(piece)) {
                pending = true;
                return null;
            }
            boolean open = piece.isLast() && piece.kind() == Piece.Kind.WHOLE;
            reached =
                    new Position(
                            reader.offset(),
                            reader.line(),
                            open,
                            headSum(reader.offset()),
                            Position.sum(reader.tail()));
            FileLine line = piece.isBlank() ? null : line(piece);
            if (line != null) {
                return line;
            }
        }
        pending = reader.isCutShort();
        return null;
    }

    /// Behind the last line answered, and what came after it and was passed over.
    Position reached() {
        return reached;
    }

    /// Whether something was left that may be whole later.
    boolean isPending() {
        return pending;
    }

    private String headSum(long offset) {
        return Position.sum(Arrays.copyOf(head, (int) Math.min(offset, head.length)));
    }

    private @Nullable FileLine line(Piece piece) {
        return switch (piece.kind()) {
            case TOO_LONG -> refused(piece, tooLarge());
            case UNCLOSED ->
                    refused(
                            piece,
                            new Failure(FailureCode.MALFORMED_CSV, "A quote is never closed."));
            case WHOLE -> rows == null ? json(piece) : row(piece, rows);
        };
    }

    private static FileLine json(Piece piece) {
        return new FileLine(piece.line(), piece.bytes(), null);
    }

    private static @Nullable FileLine row(Piece piece, CsvRows rows) {
        CsvRows.Row row = rows.row(piece.bytes());
        return switch (row) {
            case CsvRows.Header _ -> null;
            case CsvRows.Unreadable(Failure failure) -> refused(piece, failure);
            case CsvRows.Draft(byte[] json) ->
                    json.length > PieceReader.MAX_PIECE
                            ? refused(piece, tooLarge())
                            : new FileLine(piece.line(), json, null);
        };
    }

    private static FileLine refused(Piece piece, Failure failure) {
        byte[] bytes = piece.bytes();
        byte[] kept =
                bytes.length > PieceReader.KEPT ? Arrays.copyOf(bytes, PieceReader.KEPT) : bytes;
        return new FileLine(piece.line(), kept, failure);
    }

    private static Failure tooLarge() {
        return new Failure(
                FailureCode.TOO_LARGE,
                "The line is longer than " + PieceReader.MAX_PIECE + " bytes.");
    }

    /// No beginning of a JSON object is one, so one that is whole needs no end of its line.
    private boolean isWholeObject(Piece piece) {
        if (rows != null || piece.kind() != Piece.Kind.WHOLE) {
            return false;
        }
        try {
            return Json.mapper().readTree(piece.bytes()).isObject();
        } catch (JacksonException _) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
