package newspulse.engine.linear;

import newspulse.engine.text.Document;
import newspulse.engine.text.Tokens;

import java.util.Arrays;

/// The hashed features of a text, made in one pass and shared by all linear models of its language:
/// for each token the word, the pair it makes with the word before, its pieces as [Grams] says, and
/// the marks that follow it ("!", "?", "%"). Upper and lower case are one, curly and straight
/// quotes are one, and all numbers are one word without pieces.
///
/// Tokens are counted through the title and then the parts of the body. Work is bounded: only the
/// first [#MOST_TOKENS] are read, and of each the first [#LONGEST_WORD] characters.
public final class Features {
    /// What a headline and some three pages of text have; what comes later changes no answer.
    public static final int MOST_TOKENS = 640;

    public static final int LONGEST_WORD = 32;

    private final int[] hashes;
    private final int[] starts;
    private final int[] withins;
    private final int[] fields;
    private final int tokens;

    Features(int[] hashes, int[] starts, int[] withins, int[] fields, int tokens) {
        this.hashes = hashes;
        this.starts = starts;
        this.withins = withins;
        this.fields = fields;
        this.tokens = tokens;
    }

    public static Features of(Document document, Grams grams) {
        FeatureReader reader = new FeatureReader(document, grams);
        return reader.read();
    }

    /// How many tokens were read, of all fields together.
    public int tokens() {
        return tokens;
    }

    /// How many texts the document has: the title and the parts of the body.
    public int fields() {
        return fields.length - 1;
    }

    /// The first token of a field: 0 is the title, 1 the first part of the body. The field ends
    /// where the next begins; one that was not read any more is empty.
    ///
    /// @param field 0 to `fields()`, which stands for the end of the last
    public int fieldStart(int field) {
        return fields[field];
    }

    /// Where the features of a token begin.
    public int from(int token) {
        return starts[token];
    }

    /// Where the features of a token end (not included).
    public int to(int token) {
        return starts[token + 1];
    }

    /// Where the features of a token alone end; those behind are runs into the next word.
    public int within(int token) {
        return withins[token];
    }

    /// Of a feature, all 32 bits of which are mixed: a model takes as many of the low ones as it
    /// has.
    public int hash(int feature) {
        return hashes[feature];
    }

    /// The features of the tokens `fromToken` to `toToken` (not included), as buckets of a model of
    /// `2^bits`: for training.
    public int[] buckets(int fromToken, int toToken, int bits) {
        int mask = (1 << bits) - 1;
        int[] buckets = new int[starts[toToken] - starts[fromToken]];
        for (int i = 0; i < buckets.length; i++) {
            buckets[i] = hashes[starts[fromToken] + i] & mask;
        }
        return buckets;
    }

    /// The hash of the pair that a token makes with the one before it.
    public int pairHash(int token) {
        return hashes[starts[token] + 1];
    }

    /// The same without runs into the next word.
    public int[] bucketsWithin(int fromToken, int toToken, int bits) {
        int mask = (1 << bits) - 1;
        int[] buckets = new int[starts[toToken] - starts[fromToken]];
        int count = 0;
        for (int token = fromToken; token < toToken; token++) {
            for (int i = starts[token]; i < withins[token]; i++) {
                buckets[count++] = hashes[i] & mask;
            }
        }
        return Arrays.copyOf(buckets, count);
    }

    int[] hashes() {
        return hashes;
    }

    /// The texts of a document in the order in which its tokens are counted.
    public static Tokens field(Document document, int field) {
        return field == 0 ? document.title() : document.body().get(field - 1);
    }
}
