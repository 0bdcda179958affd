package newspulse.engine.tone;

import newspulse.engine.linear.SeenHashes;
import newspulse.engine.text.Tokens;

import java.util.function.IntConsumer;

/// The runs of three characters of a text, as if it had no spaces: they tell its kind.
public final class Trigrams {
    private static final long MULTIPLIER = 0x9e3779b97f4a7c15L;

    private Trigrams() {}

    /// Gives the hash of each.
    public static void forEach(Tokens tokens, IntConsumer consumer) {
        forEach(tokens, 0, tokens.count(), consumer);
    }

    private static void forEach(Tokens tokens, int from, int to, IntConsumer consumer) {
        char first = 0;
        char second = 0;
        for (int i = from; i < to; i++) {
            for (int at = tokens.start(i); at < tokens.end(i); at++) {
                char third = tokens.text.charAt(at);
                if (first != 0) {
                    long run = ((long) first << 32) | ((long) second << 16) | third;
                    consumer.accept((int) ((run * MULTIPLIER) >>> Integer.SIZE));
                }
                first = second;
                second = third;
            }
        }
    }

    /// The part of a passage's trigrams that is known: 0..1, and 0 of nothing.
    static float known(Passage passage, SeenHashes seen) {
        int[] counts = new int[2];
        forEach(
                passage.tokens(),
                passage.from(),
                passage.to(),
                hash -> {
                    counts[0] += seen.contains(hash) ? 1 : 0;
                    counts[1]++;
                });
        return counts[1] == 0 ? 0 : (float) counts[0] / counts[1];
    }
}
