package newspulse.engine.keywords;

import newspulse.engine.files.TermLine;
import newspulse.engine.text.Characters;
import newspulse.engine.text.Document;
import newspulse.engine.text.Tokens;
import newspulse.engine.text.WordHash;
import newspulse.engine.text.WordTable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Keywords of Korean texts: words without their particles, where the ending does not say that they
/// are verbs, and phrases of two such words that occur together again.
final class KoreanKeywords {
    private static final int SHORTEST_NOUN = 2;
    private static final int LONGEST_WORD = 20;
    private static final double LONG_NOUN = 5;
    private static final double LATIN_NAME = 0.9;

    private final KoreanEndings endings;
    private final WordTable stops;

    /// @param stopwords lines of `word, word, ...`
    KoreanKeywords(KoreanEndings endings, List<TermLine> stopwords) {
        this.endings = endings;
        Map<Long, Integer> words = new HashMap<>();
        for (TermLine line : stopwords) {
            line.terms().forEach(word -> words.put(WordHash.of(word), 1));
        }
        stops = new WordTable(words);
    }

    List<String> of(Document document) {
        KeywordRanking ranking = new KeywordRanking(2, true, document.words());
        read(document.title(), true, ranking);
        for (Tokens tokens : document.body()) {
            read(tokens, false, ranking);
        }
        return ranking.best();
    }

    private void read(Tokens tokens, boolean title, KeywordRanking ranking) {
        ranking.begin(tokens, title);
        for (int i = 0; i < tokens.count(); i++) {
            if (tokens.is(i, Tokens.CLAUSE)) {
                ranking.gap();
            }
            int start = tokens.start(i);
            int end = nounEnd(tokens, i);
            long key = WordHash.of(tokens.text, start, end);
            boolean stop = stops.get(key) != 0 || stops.get(tokens.hash(i)) != 0;
            if (stop || end - start < SHORTEST_NOUN) {
                ranking.gap();
                continue;
            }
            boolean hangul = tokens.is(i, Tokens.HANGUL);
            ranking.word(
                    start,
                    end,
                    key,
                    rarity(hangul, end - start),
                    KeywordRanking.HEAD
                            | (hangul && tokens.is(i, Tokens.LATIN) ? KeywordRanking.NAME : 0));
            if (end < tokens.end(i)) {
                ranking.gap();
            }
        }
    }

    private static double rarity(boolean hangul, int length) {
        return hangul ? Math.min(1, 0.5 + length / (2 * LONG_NOUN)) : LATIN_NAME;
    }

    /// Where the noun in a word ends; its start if there is none.
    private int nounEnd(Tokens tokens, int i) {
        int start = tokens.start(i);
        int end = tokens.end(i);
        boolean figure =
                Characters.kind(tokens.text.charAt(start)) == Characters.DIGIT
                        || tokens.is(i, Tokens.ADDRESS);
        if (figure || end - start > LONGEST_WORD) {
            return start;
        }
        return tokens.is(i, Tokens.HANGUL) ? endings.nounEnd(tokens.text, start, end) : end;
    }
}
