package newspulse.producer.replay;

/// One line of a file, numbered from 1.
sealed interface Line {
    long number();

    /// Its bytes, without the end of the line.
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Text(long number, byte[] bytes) implements Line {}

    /// One that was longer than allowed and skipped.
    record TooLong(long number, long bytes) implements Line {}
}
