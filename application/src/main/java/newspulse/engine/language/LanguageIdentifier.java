package newspulse.engine.language;

import newspulse.engine.files.TermLine;
import newspulse.engine.text.Characters;
import newspulse.engine.text.Document;
import newspulse.engine.text.Tokens;
import newspulse.engine.text.WordHash;
import newspulse.engine.text.WordTable;
import newspulse.model.Analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Says which language an article is in, where that is sure: Korean and Japanese by their scripts,
/// Chinese by Han without kana and by characters that are typical of it, English by the words that
/// speak for and against it. Everything else is [Analysis#UNDETERMINED].
public final class LanguageIdentifier {
    public static final String ENGLISH = "en";
    public static final String KOREAN = "ko";
    public static final String JAPANESE = "ja";
    public static final String CHINESE = "zh";

    /// Frequent in Chinese, and hardly ever written in Japanese.
    private static final String TYPICALLY_CHINESE =
            "的了这這们們说說为與对對发發还没麼么吗呢吧她你让讓从從给经济产业务应无华东车马时个过开问也都把";

    /// Evidence is kept away from 0, which means unknown.
    private static final int OFFSET = 100;

    private static final int ENOUGH_WORDS = 400;
    private static final double UNKNOWN = -0.3;
    private static final double UNKNOWN_NOT_ASCII = -2;
    private static final double ENGLISH_FROM = 3;
    private static final double HANGUL_SHARE = 0.25;
    private static final double EAST_ASIAN_SHARE = 0.5;
    private static final double KANA_SHARE = 0.1;
    private static final double LATIN_SHARE = 0.7;

    private final WordTable evidence;

    /// @param english lines of `commonness evidence TAB word, word, ...`
    /// @param others lines of `evidence TAB word, word, ...`
    public LanguageIdentifier(List<TermLine> english, List<TermLine> others) {
        Map<Long, Integer> entries = new HashMap<>();
        others.forEach(line -> put(entries, line, 0));
        english.forEach(line -> put(entries, line, 1));
        evidence = new WordTable(entries);
    }

    private static void put(Map<Long, Integer> entries, TermLine line, int column) {
        int value = Integer.parseInt(line.head().get(column)) + OFFSET;
        for (String word : line.terms()) {
            entries.put(WordHash.of(word), value);
        }
    }

    public String identify(Document document) {
        Letters letters = new Letters();
        letters.count(document.title());
        document.body().forEach(letters::count);
        if (letters.all == 0) {
            return Analysis.UNDETERMINED;
        }
        if (letters.hangul >= HANGUL_SHARE * letters.all && letters.hangul > letters.kana) {
            return KOREAN;
        }
        int eastAsian = letters.han + letters.kana;
        if (eastAsian >= EAST_ASIAN_SHARE * letters.all) {
            if (letters.kana >= KANA_SHARE * eastAsian) {
                return JAPANESE;
            }
            return letters.kana == 0 && letters.chinese > 0 ? CHINESE : Analysis.UNDETERMINED;
        }
        boolean latin = letters.latin >= LATIN_SHARE * letters.all;
        return latin && english(document) >= ENGLISH_FROM ? ENGLISH : Analysis.UNDETERMINED;
    }

    /// How strongly the words speak for English, in halves of log-odds.
    double english(Document document) {
        double sum = english(document.title(), ENOUGH_WORDS);
        int left = ENOUGH_WORDS - document.title().count();
        for (Tokens tokens : document.body()) {
            sum += english(tokens, left);
            left -= tokens.count();
        }
        return sum;
    }

    private double english(Tokens tokens, int atMost) {
        double sum = 0;
        for (int i = 0; i < Math.min(tokens.count(), atMost); i++) {
            if (!tokens.is(i, Tokens.LATIN) || tokens.is(i, Tokens.DIGIT)) {
                continue;
            }
            int known = evidence.get(tokens.hash(i));
            if (known != 0) {
                sum += known - OFFSET;
            } else if (tokens.is(i, Tokens.CONTRACTED_NOT)) {
                sum += 1;
            } else {
                sum += unknown(tokens, i);
            }
        }
        return sum;
    }

    private static double unknown(Tokens tokens, int i) {
        if (tokens.is(i, Tokens.NON_ASCII)) {
            return UNKNOWN_NOT_ASCII;
        }
        return tokens.is(i, Tokens.CAPITAL) ? 0 : UNKNOWN;
    }

    /// Letters by script.
    private static final class Letters {
        private int all;
        private int latin;
        private int hangul;
        private int han;
        private int kana;
        private int chinese;

        void count(Tokens tokens) {
            for (int i = 0; i < tokens.count(); i++) {
                int script = tokens.flags(i) & Tokens.LETTERS;
                if (script == Tokens.LATIN) {
                    latin += tokens.length(i);
                    all += tokens.length(i);
                } else if (script != 0) {
                    countEach(tokens, i);
                }
            }
        }

        private void countEach(Tokens tokens, int word) {
            for (int i = tokens.start(word); i < tokens.end(word); i++) {
                char c = tokens.text.charAt(i);
                switch (Characters.kind(c)) {
                    case Characters.LATIN -> latin++;
                    case Characters.HANGUL -> hangul++;
                    case Characters.KANA -> kana++;
                    case Characters.HAN -> {
                        han++;
                        chinese += TYPICALLY_CHINESE.indexOf(c) >= 0 ? 1 : 0;
                    }
                    case Characters.OTHER_LETTER, Characters.SURROGATE -> {}
                    default -> all--;
                }
                all++;
            }
        }
    }
}
