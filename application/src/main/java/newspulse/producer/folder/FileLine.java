package newspulse.producer.folder;

import newspulse.model.Failure;

import org.jspecify.annotations.Nullable;

/// One line on its way: an article's JSON, or, with a refusal, the bytes of a line that is none.
///
/// @param number of its first line in the file, from 1
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record FileLine(long number, byte[] bytes, @Nullable Failure refusal) {}
