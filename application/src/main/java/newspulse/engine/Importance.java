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

/// How much an article has to say, 0..1, from itself and its source: neither clock nor other
/// articles matter.
///
/// With `s(x, h) = x / (x + h)`, which rises from 0 towards 1 and is one half at `h`:
///
///     0.05 s(characters of the title, 40) + 0.10 s(of the description, 150)
///   + 0.20 s(of the content, 1500)
///   + 0.15 s(figures, 4) + 0.15 s(names, 6)
///   + 0.10 strength of the strongest sentence's tone
///   + 0.10 s(weighty words, 2) + 0.05 if the title says that it is breaking news
///   + 0.10 standing of the source
///
/// Each part only grows with what it counts. The standing of a source is 1 for news agencies and
/// public broadcasters of record (`importance.tsv` lists their names and hosts) and one half for all
/// others: not known is no fault, and no source is held to be worse than that. Names are capitalised
/// words within sentences of the body; in scripts without capitals one word in six is taken for one.
public final class Importance {
    private static final int BREAKING = 1;
    private static final int IMPACT = 2;
    private static final int SHORTEST_STEM = 2;
    private static final int LONGEST_STEM = 4;
    private static final double CASELESS_PER_NAME = 6;

    private static final int SOURCE = 4;
    private static final double UNKNOWN_SOURCE = 0.5;

    /// RFC 1035.
    private static final int LONGEST_HOST = 253;

    private final WordTable cues;

    /// @param lines of `breaking`, `impact` or `source`, TAB, `word, word, ...`
    Importance(List<TermLine> lines) {
        Map<Long, Integer> entries = new HashMap<>();
        for (TermLine line : lines) {
            int cue = cue(line.head().getFirst());
            line.terms().forEach(word -> entries.merge(WordHash.of(word), cue, (a, b) -> a | b));
        }
        cues = new WordTable(entries);
    }

    private static int cue(String name) {
        return switch (name) {
            case "breaking" -> BREAKING;
            case "impact" -> IMPACT;
            case "source" -> SOURCE;
            default -> throw new IllegalArgumentException("no such cue: " + name);
        };
    }

    /// What the importance of an article is made of; the parts add up to it.
    ///
    /// @param weight of weighty words, and of a title that says it is breaking news
    record Parts(double texts, double facts, double tone, double weight, double source) {
        double sum() {
            return Math.clamp(texts + facts + tone + weight + source, 0, 1);
        }
    }

    Parts of(Article article, Document document, double peak) {
        Tally tally = new Tally();
        tally.count(document.title(), true);
        for (Tokens tokens : document.body()) {
            tally.count(tokens, false);
        }
        double texts =
                0.05 * share(article.title().length(), 40)
                        + 0.10 * share(length(article.description()), 150)
                        + 0.20 * share(length(article.content()), 1_500);
        double facts =
                0.15 * share(tally.figures, 4)
                        + 0.15 * share(tally.names + tally.caseless / CASELESS_PER_NAME, 6);
        double weight = 0.10 * share(tally.impact, 2) + (tally.breaking ? 0.05 : 0);
        return new Parts(texts, facts, 0.10 * peak, weight, 0.10 * standing(article));
    }

    private double standing(Article article) {
        String name = article.source().name();
        boolean known = isSource(name, 0, name.length()) || isHostKnown(article.url());
        return known ? 1 : UNKNOWN_SOURCE;
    }

    /// Whether the host of an address, or a domain that it belongs to, is a source of record.
    private boolean isHostKnown(String url) {
        int from = url.indexOf("://") + 3;
        int to = from;
        int most = Math.min(url.length(), from + LONGEST_HOST);
        while (to < most && "/?#:".indexOf(url.charAt(to)) < 0) {
            to++;
        }
        for (int at = from; at > 2 && at < to; at = url.indexOf('.', at) + 1) {
            if (isSource(url, at, to)) {
                return true;
            }
        }
        return false;
    }

    private boolean isSource(String text, int from, int to) {
        return (cues.get(WordHash.of(text, from, to)) & SOURCE) != 0;
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
                impact += (cue & IMPACT) != 0 ? 1 : 0;
                breaking |= title && (cue & BREAKING) != 0;
            }
        }

        private int stem(Tokens tokens, int i) {
            long hash = WordHash.EMPTY;
            int end = Math.min(LONGEST_STEM, tokens.length(i));
            for (int length = 1; length <= end; length++) {
                hash = WordHash.step(hash, tokens.text.charAt(tokens.start(i) + length - 1));
                int cue = length < SHORTEST_STEM ? 0 : cues.get(WordHash.finish(hash));
                if ((cue & (BREAKING | IMPACT)) != 0) {
                    return cue;
                }
            }
            return 0;
        }
    }
}
