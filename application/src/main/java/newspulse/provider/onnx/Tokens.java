package newspulse.provider.onnx;

import java.util.Arrays;

/// A text as a model reads it. The arrays are of one length, and belong to whoever made them.
///
/// @param ids what the model is given, the special tokens that begin and end it included
/// @param starts UTF-16 offset where a token begins in the text; of special tokens 0
/// @param ends UTF-16 offset where it ends, excluded
/// @param words the number of the word it is of; of special tokens -1
/// @param before how many special tokens begin it
/// @param after how many end it
@SuppressWarnings("ArrayRecordComponent")
record Tokens(long[] ids, int[] starts, int[] ends, int[] words, int before, int after) {
    /// How many there are that stand for text.
    int body() {
        return ids.length - before - after;
    }

    /// What a model is given of a part of the text.
    ///
    /// @param from the first, counted without the special tokens
    /// @param to the last, excluded
    long[] slice(int from, int to) {
        long[] slice = Arrays.copyOf(ids, before + to - from + after);
        System.arraycopy(ids, before + from, slice, before, to - from);
        System.arraycopy(ids, ids.length - after, slice, before + to - from, after);
        return slice;
    }
}
