package newspulse.engine.keywords;

import newspulse.engine.files.TermLine;
import newspulse.engine.text.Document;
import newspulse.engine.text.Tokens;
import newspulse.engine.text.WordHash;
import newspulse.engine.text.WordTable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Keywords of texts that set words apart by spaces, in languages without a list of words of their
/// own: words and phrases between stop words, after RAKE (Rose et al., 2010) and YAKE (Campos et
/// al., 2020), where longer words count more.
final class SpacedKeywords {
    private static final int LONGEST_PHRASE = 3;
    private static final int MOST_TIED = 3;

    /// Longer is no word, or of a script that we do not split.
    private static final int LONGEST_WORD = 30;

    private static final int SHORTEST = 4;
    private static final double LONG = 10;

    private final WordTable stops;

    /// @param stopwords of many languages, lines of `word, word, ...`
    SpacedKeywords(List<TermLine> stopwords) {
        Map<Long, Integer> entries = new HashMap<>();
        for (TermLine line : stopwords) {
            line.terms().forEach(word -> entries.put(WordHash.of(word), 1));
        }
        stops = new WordTable(entries);
    }

    public List<String> of(Document document) {
        KeywordRanking ranking = new KeywordRanking(LONGEST_PHRASE, false, document.words());
        read(document.title(), true, ranking);
        for (Tokens tokens : document.body()) {
            read(tokens, false, ranking);
        }
        return ranking.best();
    }

    private void read(Tokens tokens, boolean title, KeywordRanking ranking) {
        ranking.begin(tokens, title);
        for (int i = 0; i < tokens.count(); ) {
            int end = tied(tokens, i);
            if (tokens.is(i, Tokens.CLAUSE)) {
                ranking.gap();
            }
            double rarity = rarity(tokens, i, end);
            if (rarity <= 0) {
                ranking.gap();
            } else {
                boolean name =
                        !title && tokens.is(i, Tokens.CAPITAL) && !tokens.is(i, Tokens.SENTENCE);
                int kind = KeywordRanking.HEAD | (name ? KeywordRanking.NAME : 0);
                ranking.word(
                        tokens.start(i), tokens.end(end - 1), key(tokens, i, end), rarity, kind);
                if (tokens.is(end - 1, Tokens.POSSESSIVE)) {
                    ranking.gap();
                }
            }
            i = end;
        }
    }

    /// Where the words that hyphens tie to token `i` end.
    static int tied(Tokens tokens, int i) {
        int end = i + 1;
        while (end < tokens.count() && end - i < MOST_TIED && tokens.is(end, Tokens.HYPHEN)) {
            end++;
        }
        return end;
    }

    static long key(Tokens tokens, int from, int to) {
        long key = tokens.stem(from);
        for (int i = from + 1; i < to; i++) {
            key = WordHash.join(key, tokens.stem(i));
        }
        return key;
    }

    /// 0..1; 0 for what is no keyword nor part of one.
    private double rarity(Tokens tokens, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            int length = tokens.length(i);
            boolean figure = tokens.is(i, Tokens.DIGIT | Tokens.ADDRESS);
            boolean tiedNumber = i > from && tokens.is(i, Tokens.NUMBER);
            boolean stop = stops.get(tokens.hash(i)) != 0 || length < SHORTEST;
            if ((figure && !tiedNumber) || stop || length > LONGEST_WORD) {
                return 0;
            }
            sum += Math.min(1, length / LONG);
        }
        return sum / (to - from);
    }
}
