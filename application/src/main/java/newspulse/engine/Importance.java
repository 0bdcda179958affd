package newspulse.engine;

import newspulse.engine.files.TermLine;
import newspulse.engine.text.Document;
import newspulse.engine.text.Tokens;
import newspulse.engine.text.WordHash;
import newspulse.engine.text.WordTable;
import newspulse.model.Article;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How much an article has to say, 0..1, from itself alone: neither clock nor other articles matter.
///
/// With `s(x, h) = x / (x + h)`, which rises from 0 towards 1 and is one half at `h`:
///
///     0.05 s(characters of the title, 40) + 0.10 s(of the description, 150)
///   + 0.25 s(of the content, 1500)
///   + 0.15 s(figures, 4) + 0.15 s(names, 6)
///   + 0.15 strength of the strongest sentence's tone
///   + 0.10 s(weighty words, 2) + 0.05 if the title says that it is breaking news
///
/// Each part only grows with what it counts. Names are capitalised words within sentences of the
/// body; in scripts without capitals one word in six is taken for one.
final class Importance {
    private static final int BREAKING = 1;
    private static final int IMPACT = 2;
    private static final int SHORTEST_STEM = 2;
    private static final int LONGEST_STEM = 4;
    private static final double CASELESS_PER_NAME = 6;

    private final WordTable cues;

    /// @param lines of `breaking` or `impact`, TAB, `word, word, ...`
    Importance(List<TermLine> lines) {
        Map<Long, Integer> entries = new HashMap<>();
        for (TermLine line : lines) {
            int cue = line.head().contains("breaking") ? BREAKING : IMPACT;
            line.terms().forEach(word -> entries.put(WordHash.of(word), cue));
        }
        cues = new WordTable(entries);
    }

    double of(Article article, Document document, double peak) {
        Tally tally = new Tally();
        tally.count(document.title(), true);
        for (Tokens tokens : document.body()) {
            tally.count(tokens, false);
        }
        double texts =
                0.05 * share(article.title().length(), 40)
                        + 0.10 * share(length(article.description()), 150)
                        + 0.25 * share(length(article.content()), 1_500);
        double facts =
                0.15 * share(tally.figures, 4)
                        + 0.15 * share(tally.names + tally.caseless / CASELESS_PER_NAME, 6);
        double weight = 0.10 * share(tally.impact, 2) + (tally.breaking ? 0.05 : 0);
        return Math.clamp(texts + facts + weight + 0.15 * peak, 0, 1);
    }

    private static double share(double amount, double half) {
        return amount / (amount + half);
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }

    private final class Tally {
        private int figures;
        private int names;
        private int caseless;
        private int impact;
        private boolean breaking;

        void count(Tokens tokens, boolean title) {
            for (int i = 0; i < tokens.count(); i++) {
                figures += tokens.is(i, Tokens.DIGIT) ? 1 : 0;
                if (tokens.is(i, Tokens.LATIN)) {
                    boolean name =
                            !title
                                    && tokens.is(i, Tokens.CAPITAL)
                                    && !tokens.is(i, Tokens.SENTENCE);
                    names += name ? 1 : 0;
                } else if (!tokens.is(i, Tokens.NUMBER | Tokens.ADDRESS)) {
                    caseless++;
                }
                int cue = tokens.is(i, Tokens.HANGUL) ? stem(tokens, i) : cues.get(tokens.hash(i));
                impact += cue == IMPACT ? 1 : 0;
                breaking |= title && cue == BREAKING;
            }
        }

        private int stem(Tokens tokens, int i) {
            long hash = WordHash.EMPTY;
            int end = Math.min(LONGEST_STEM, tokens.length(i));
            for (int length = 1; length <= end; length++) {
                hash = WordHash.step(hash, tokens.text.charAt(tokens.start(i) + length - 1));
                int cue = length < SHORTEST_STEM ? 0 : cues.get(WordHash.finish(hash));
                if (cue != 0) {
                    return cue;
                }
            }
            return 0;
        }
    }
}
