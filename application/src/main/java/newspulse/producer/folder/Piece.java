package newspulse.producer.folder;

/// What stands between two ends of lines of a file. In CSV a value in quotes may hold line ends, so
/// that a piece is a row.
///
/// @param bytes without the end of the line; of one that is too long, its beginning
/// @param line the number of its first line, from 1
/// @param isLast whether the file ends before the piece does, so that more of it may come
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record Piece(Kind kind, byte[] bytes, long line, boolean isLast) {
    enum Kind {
        WHOLE,
        TOO_LONG,
        /// A line with a quote that is not closed anywhere near.
        UNCLOSED
    }

    /// Whether it is nothing but white space.
    boolean isBlank() {
        for (byte one : bytes) {
            if (one != ' ' && one != '\t' && one != '\r') {
                return false;
            }
        }
        return true;
    }
}
