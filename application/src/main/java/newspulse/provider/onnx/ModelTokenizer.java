package newspulse.provider.onnx;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;

/// The tokenizer of a model, from its `tokenizer.json`. Safe for use by many threads, as Hugging
/// Face's is. What it says in code points is said here in UTF-16.
final class ModelTokenizer implements AutoCloseable {
    private static final char REPLACEMENT = '\uFFFD';

    private final HuggingFaceTokenizer tokenizer;

    private ModelTokenizer(HuggingFaceTokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /// Reads a tokenizer; its own rules of truncation and padding are put aside, for windows and
    /// batches are made here.
    static ModelTokenizer read(Path file) {
        try {
            return new ModelTokenizer(
                    HuggingFaceTokenizer.builder()
                            .optTokenizerPath(file)
                            .optTruncation(false)
                            .optPadding(false)
                            .build());
        } catch (IOException | RuntimeException e) {
            throw Faults.of(file, "is not a tokenizer: " + e.getMessage());
        }
    }

    Tokens encode(String text) {
        Encoding encoding = tokenizer.encode(wellFormed(text), true, false);
        long[] ids = encoding.getIds();
        long[] special = encoding.getSpecialTokenMask();
        long[] wordIds = encoding.getWordIds();
        @Nullable CharSpan[] spans = encoding.getCharTokenSpans();
        int[] utf16 = offsets(text);
        int[] starts = new int[ids.length];
        int[] ends = new int[ids.length];
        int[] words = new int[ids.length];
        for (int i = 0; i < ids.length; i++) {
            CharSpan span = spans[i];
            words[i] = special[i] == 1 ? -1 : (int) wordIds[i];
            if (special[i] == 0 && span != null) {
                starts[i] = utf16[span.getStart()];
                ends[i] = utf16[span.getEnd()];
            }
        }
        int before = 0;
        while (before < ids.length && special[before] == 1) {
            before++;
        }
        int after = 0;
        while (after < ids.length - before && special[ids.length - 1 - after] == 1) {
            after++;
        }
        return new Tokens(ids, starts, ends, words, before, after);
    }

    @Override
    public void close() {
        tokenizer.close();
    }

    /// Where each code point begins, and after the last where the text ends.
    private static int[] offsets(String text) {
        int[] offsets = new int[text.codePointCount(0, text.length()) + 1];
        int at = 0;
        for (int i = 0; i < offsets.length - 1; i++) {
            offsets[i] = at;
            at += Character.charCount(text.codePointAt(at));
        }
        offsets[offsets.length - 1] = at;
        return offsets;
    }

    /// The text, as long as before, with half pairs of surrogates replaced: they have no UTF-8.
    private static String wellFormed(String text) {
        StringBuilder builder = null;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isSurrogate(unit)) {
                if (Character.charCount(text.codePointAt(i)) == 2) {
                    i++;
                } else {
                    builder = builder == null ? new StringBuilder(text) : builder;
                    builder.setCharAt(i, REPLACEMENT);
                }
            }
        }
        return builder == null ? text : builder.toString();
    }
}
