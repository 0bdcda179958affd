package newspulse.engine.keywords;

import newspulse.engine.files.TermLine;
import newspulse.engine.text.Document;
import newspulse.engine.text.Tokens;
import newspulse.engine.text.WordHash;
import newspulse.engine.text.WordTable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Keywords of texts that set words apart by spaces: words and phrases between stop words, after
/// RAKE (Rose et al., 2010) and YAKE (Campos et al., 2020). For English, common words count less;
/// for languages without a list of their own, the longer words count more.
public final class SpacedKeywords {
    private static final int LONGEST_PHRASE = 3;
    private static final int MOST_TIED = 3;
    private static final int STOP = 100;

    /// Longer is no word, or of a script that we do not split.
    private static final int LONGEST_WORD = 30;

    private static final int SHORTEST_UNKNOWN = 4;
    private static final double LONG_UNKNOWN = 10;
    private static final double PER_COMMONNESS = 0.07;

    private final WordTable words;
    private final WordTable foreignStops;

    /// @param commonness lines of `commonness evidence TAB word, word, ...`
    /// @param stopwords lines of `word, word, ...`
    /// @param foreign lines of `evidence TAB word, word, ...`, stop words of other languages
    public SpacedKeywords(
            List<TermLine> commonness, List<TermLine> stopwords, List<TermLine> foreign) {
        Map<Long, Integer> entries = new HashMap<>();
        commonness.forEach(line -> put(entries, line, Integer.parseInt(line.head().getFirst())));
        stopwords.forEach(line -> put(entries, line, STOP));
        words = new WordTable(entries);
        Map<Long, Integer> stops = new HashMap<>();
        stopwords.forEach(line -> put(stops, line, STOP));
        foreign.forEach(line -> put(stops, line, STOP));
        foreignStops = new WordTable(stops);
    }

    private static void put(Map<Long, Integer> entries, TermLine line, int value) {
        line.terms().forEach(term -> entries.put(WordHash.of(term), value));
    }

    public List<String> of(Document document, boolean english) {
        KeywordRanking ranking = new KeywordRanking(LONGEST_PHRASE, false, document.words());
        read(document.title(), true, english, ranking);
        for (Tokens tokens : document.body()) {
            read(tokens, false, english, ranking);
        }
        return ranking.best();
    }

    private void read(Tokens tokens, boolean title, boolean english, KeywordRanking ranking) {
        ranking.begin(tokens, title);
        for (int i = 0; i < tokens.count(); ) {
            int end = tied(tokens, i);
            if (tokens.is(i, Tokens.CLAUSE)) {
                ranking.gap();
            }
            double rarity = rarity(tokens, i, end, english);
            if (rarity <= 0) {
                ranking.gap();
            } else {
                boolean name =
                        !title && tokens.is(i, Tokens.CAPITAL) && !tokens.is(i, Tokens.SENTENCE);
                ranking.word(
                        tokens.start(i), tokens.end(end - 1), key(tokens, i, end), rarity, name);
                if (tokens.is(end - 1, Tokens.POSSESSIVE)) {
                    ranking.gap();
                }
            }
            i = end;
        }
    }

    /// Where the words that hyphens tie to token `i` end.
    private static int tied(Tokens tokens, int i) {
        int end = i + 1;
        while (end < tokens.count() && end - i < MOST_TIED && tokens.is(end, Tokens.HYPHEN)) {
            end++;
        }
        return end;
    }

    private static long key(Tokens tokens, int from, int to) {
        long key = tokens.stem(from);
        for (int i = from + 1; i < to; i++) {
            key = WordHash.join(key, tokens.stem(i));
        }
        return key;
    }

    /// 0..1; 0 for what is no keyword nor part of one.
    private double rarity(Tokens tokens, int from, int to, boolean english) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            boolean figure = tokens.is(i, Tokens.DIGIT);
            boolean tiedNumber = i > from && tokens.is(i, Tokens.NUMBER);
            if ((figure && !tiedNumber)
                    || tokens.is(i, Tokens.ADDRESS)
                    || tokens.length(i) > LONGEST_WORD) {
                return 0;
            }
            sum += english ? english(tokens, i) : other(tokens, i);
        }
        return sum / (to - from);
    }

    private double english(Tokens tokens, int i) {
        int known = words.get(tokens.hash(i));
        if (known == STOP || tokens.length(i) < 2 || tokens.is(i, Tokens.CONTRACTED_NOT)) {
            return 0;
        }
        return 1 - PER_COMMONNESS * known;
    }

    private double other(Tokens tokens, int i) {
        int length = tokens.length(i);
        if (length < SHORTEST_UNKNOWN || foreignStops.get(tokens.hash(i)) == STOP) {
            return 0;
        }
        return Math.min(1, length / LONG_UNKNOWN);
    }
}
