package newspulse.engine.keywords;

import newspulse.engine.text.Document;
import newspulse.engine.text.Tokens;
import newspulse.engine.text.WordHash;
import newspulse.engine.text.WordTable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Keywords of English texts: noun phrases and names, weighed by how rare their words are in the
/// news (after YAKE, Campos et al., 2020, and SingleRank, Wan and Xiao, 2008).
final class EnglishKeywords {
    private static final int LONGEST_PHRASE = 5;
    private static final int LONGEST_WORD = 30;

    /// Words shorter than this say little of whether a text is all in capitals.
    private static final int TELLING = 4;

    private static final int MOST_SMALL = 2;
    private static final long THE = WordHash.of("the");
    private static final WordTable SMALL = small();

    private final EnglishWords words;
    private final WordStatistics statistics;

    EnglishKeywords(EnglishWords words, WordStatistics statistics) {
        this.words = words;
        this.statistics = statistics;
    }

    private static WordTable small() {
        Map<Long, Integer> entries = new HashMap<>();
        for (String word :
                List.of(
                        "of", "the", "de", "la", "du", "del", "di", "da", "van", "von", "der",
                        "den", "al", "bin", "el")) {
            entries.put(WordHash.of(word), 1);
        }
        return new WordTable(entries);
    }

    List<String> of(Document document) {
        KeywordRanking ranking = new KeywordRanking(LONGEST_PHRASE, false, document.words());
        read(document.title(), true, ranking);
        for (Tokens tokens : document.body()) {
            read(tokens, false, ranking);
        }
        return ranking.best();
    }

    private void read(Tokens tokens, boolean title, KeywordRanking ranking) {
        ranking.begin(tokens, title);
        boolean named = capitalsMeanNames(tokens);
        for (int i = 0; i < tokens.count(); ) {
            boolean name = named && isName(tokens, i) && !words.isStop(tokens, i);
            if (isApart(tokens, i) || (name && !named(tokens, i - 1))) {
                ranking.gap();
            }
            int end = name ? nameEnd(tokens, i) : SpacedKeywords.tied(tokens, i);
            int kind = kind(tokens, i, end, ranking.within(), named);
            if (kind == EnglishWords.BREAK) {
                ranking.gap();
            } else {
                word(tokens, i, end, kind, name, ranking);
            }
            i = end;
        }
    }

    private int kind(Tokens tokens, int from, int to, boolean within, boolean named) {
        for (int i = from; i < to; i++) {
            if (tokens.length(i) > LONGEST_WORD) {
                return EnglishWords.BREAK;
            }
        }
        boolean symbol =
                tokens.start(from) > 0 && tokens.text.charAt(tokens.start(from) - 1) == '<';
        if (isFigure(tokens, from) || symbol) {
            return EnglishWords.BREAK;
        }
        if (to - from > 1 && named && isName(tokens, to - 1)) {
            return EnglishWords.NOUN;
        }
        if (to - from == 1 || tokens.is(to - 1, Tokens.NUMBER)) {
            return words.kind(tokens, from, within, named);
        }
        int last = words.kind(tokens, to - 1, true, named);
        return last == EnglishWords.BREAK ? EnglishWords.MODIFIER : last;
    }

    /// Whether more than a space or one sign stands between a word and the one before: the end of a
    /// clause, or a formula. The symbol of a share in angle brackets is apart too.
    private static boolean isApart(Tokens tokens, int i) {
        if (tokens.is(i, Tokens.CLAUSE) || i == 0) {
            return true;
        }
        int from = tokens.end(i - 1);
        int to = tokens.start(i);
        if (tokens.is(i - 1, Tokens.POSSESSIVE) || to - from < 2) {
            return false;
        }
        for (int at = from; at < to; at++) {
            if (!Character.isWhitespace(tokens.text.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    /// Whether a capital means a name: within a sentence, or where another follows.
    private static boolean isName(Tokens tokens, int i) {
        if (!tokens.is(i, Tokens.CAPITAL) || !tokens.is(i, Tokens.SENTENCE)) {
            return tokens.is(i, Tokens.CAPITAL);
        }
        int next = i + 1;
        while (next < tokens.count() && next - i <= MOST_SMALL && isSmall(tokens, next)) {
            next++;
        }
        return next < tokens.count() && tokens.is(next, Tokens.CAPITAL) && !isApart(tokens, next);
    }

    /// Whether token `i` may begin the name that the next goes on.
    private static boolean named(Tokens tokens, int i) {
        return i < 0 || tokens.is(i, Tokens.CAPITAL);
    }

    /// Where the name that begins at token `i` ends, as far as small words hold it together: Bank
    /// of England, Department of the Interior, Charles de Gaulle.
    private static int nameEnd(Tokens tokens, int i) {
        int end = SpacedKeywords.tied(tokens, i);
        int next = end;
        while (next < tokens.count() && next - end < MOST_SMALL && isSmall(tokens, next)) {
            next++;
        }
        if (next == end
                || tokens.hash(end) == THE
                || next == tokens.count()
                || !tokens.is(next, Tokens.CAPITAL)
                || tokens.is(end - 1, Tokens.POSSESSIVE)) {
            return end;
        }
        for (int k = end; k <= next; k++) {
            if (isApart(tokens, k)) {
                return end;
            }
        }
        return next + 1;
    }

    private static boolean isSmall(Tokens tokens, int i) {
        return SMALL.get(tokens.hash(i)) != 0 && !tokens.is(i, Tokens.CAPITAL);
    }

    /// A number, or one with a unit or an ending (20th, 3pm); 5G and G20 are names.
    private static boolean isFigure(Tokens tokens, int i) {
        if (!tokens.is(i, Tokens.DIGIT)) {
            return false;
        }
        String text = tokens.text;
        int letter = tokens.end(i) - 1;
        boolean generation =
                Character.isUpperCase(text.charAt(letter))
                        && Character.isDigit(text.charAt(letter - 1));
        boolean named = Character.isUpperCase(text.charAt(tokens.start(i))) || generation;
        return tokens.is(i, Tokens.NUMBER) || !named;
    }

    private void word(
            Tokens tokens, int from, int to, int kind, boolean name, KeywordRanking ranking) {
        double rarity = 0;
        for (int i = from; i < to; i++) {
            double one = tokens.is(i, Tokens.NUMBER) ? 1 : statistics.rarity(tokens.stem(i));
            rarity = Math.max(rarity, one);
        }
        int flags =
                (kind == EnglishWords.MODIFIER ? 0 : KeywordRanking.HEAD)
                        | (name ? KeywordRanking.NAME : 0);
        ranking.word(
                tokens.start(from),
                tokens.end(to - 1),
                SpacedKeywords.key(tokens, from, to),
                rarity,
                flags);
        if (tokens.is(to - 1, Tokens.POSSESSIVE)) {
            ranking.gap();
        }
    }

    /// Whether most words are written small, so that those which are not are names.
    private static boolean capitalsMeanNames(Tokens tokens) {
        int small = 0;
        int capital = 0;
        for (int i = 0; i < tokens.count(); i++) {
            if (tokens.is(i, Tokens.LATIN) && tokens.length(i) >= TELLING) {
                if (!tokens.is(i, Tokens.CAPITAL)) {
                    small++;
                } else if (!tokens.is(i, Tokens.SENTENCE)) {
                    capital++;
                }
            }
        }
        return small > capital;
    }
}
