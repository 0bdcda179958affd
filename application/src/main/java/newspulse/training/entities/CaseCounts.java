package newspulse.training.entities;

import newspulse.engine.text.Tokenizer;
import newspulse.engine.text.Tokens;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Counts how running text writes each word where the case is free: within sentences that are not
/// headlines.
final class CaseCounts {
    private static final int FEW = 3;
    private static final double CAPITALS = 0.5;
    private static final int LEAST_WORDS = 5;

    /// Lower-case and capital occurrences by the hash of the word.
    private final Map<Long, int[]> counts = new HashMap<>();

    void read(String text) {
        Tokens tokens = Tokenizer.tokenize(text);
        for (int from = 0; from < tokens.count(); ) {
            int to = tokens.sentenceEnd(from);
            if (isRunning(tokens, from, to)) {
                for (int i = from + 1; i < to; i++) {
                    if (tokens.is(i, Tokens.LETTERS)) {
                        int column = tokens.is(i, Tokens.CAPITAL) ? 1 : 0;
                        counts.computeIfAbsent(tokens.hash(i), h -> new int[2])[column]++;
                    }
                }
            }
            from = to;
        }
    }

    private static boolean isRunning(Tokens tokens, int from, int to) {
        int capitals = 0;
        for (int i = from; i < to; i++) {
            capitals += tokens.is(i, Tokens.CAPITAL) ? 1 : 0;
        }
        return to - from >= LEAST_WORDS && capitals < CAPITALS * (to - from);
    }

    /// The case of each word, above 0: 1 always lower, to 6 always capital, 7 and 8 the same for
    /// words seen once or twice.
    SortedMap<Long, Integer> cases() {
        SortedMap<Long, Integer> cases = new TreeMap<>();
        counts.forEach((word, seen) -> cases.put(word, of(seen[0], seen[1])));
        return cases;
    }

    private static int of(int lower, int capital) {
        double share = capital / (double) (lower + capital);
        if (lower + capital < FEW) {
            return share == 0 ? 7 : share == 1 ? 8 : 3;
        }
        return share < 0.02
                ? 1
                : share < 0.1 ? 2 : share < 0.4 ? 3 : share < 0.8 ? 4 : share < 0.97 ? 5 : 6;
    }
}
