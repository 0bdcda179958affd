package newspulse.engine.keywords;

import newspulse.engine.text.Characters;
import newspulse.engine.text.Document;
import newspulse.engine.text.Tokens;
import newspulse.engine.text.WordHash;

import java.util.List;

/// Keywords of Japanese and Chinese texts, which set no words apart: runs of Han or of katakana,
/// cut at the characters that in Chinese mostly are words of grammar. A run longer than a word is
/// likely to be is left out.
final class HanKeywords {
    private static final String GRAMMAR = "的了是在和与與及或也就都而对對从從以被把将將为為于於不有这這那我你他她它们們个個中上下年月日说說";
    private static final int LONGEST = 8;
    private static final double LONG = 4;

    private HanKeywords() {}

    static List<String> of(Document document, boolean chinese) {
        String cuts = chinese ? GRAMMAR : "";
        KeywordRanking ranking = new KeywordRanking(1, true, document.words() * 2);
        read(document.title(), true, cuts, ranking);
        for (Tokens tokens : document.body()) {
            read(tokens, false, cuts, ranking);
        }
        return ranking.best();
    }

    private static void read(Tokens tokens, boolean title, String cuts, KeywordRanking ranking) {
        ranking.begin(tokens, title);
        for (int i = 0; i < tokens.count(); i++) {
            for (int from = tokens.start(i); from < tokens.end(i); ) {
                int to = runEnd(tokens.text, from, tokens.end(i), cuts);
                if (isKeyword(tokens.text, from, to, cuts)) {
                    double rarity = Math.min(1, (to - from) / LONG);
                    ranking.word(
                            from,
                            to,
                            WordHash.of(tokens.text, from, to),
                            rarity,
                            KeywordRanking.HEAD);
                }
                from = to;
            }
        }
    }

    private static int runEnd(String text, int from, int end, String cuts) {
        int kind = kind(text.charAt(from), cuts);
        int to = from + 1;
        while (to < end && kind != 0 && kind(text.charAt(to), cuts) == kind) {
            to++;
        }
        return to;
    }

    /// Characters of one kind make a run; 0 is in none.
    private static int kind(char c, String cuts) {
        if (c >= 'ァ' && c <= 'ヿ') {
            return 1;
        }
        byte kind = Characters.kind(c);
        if (kind == Characters.HAN) {
            return cuts.indexOf(c) >= 0 ? 0 : 2;
        }
        return kind == Characters.LATIN ? 3 : 0;
    }

    private static boolean isKeyword(String text, int from, int to, String cuts) {
        int length = to - from;
        return length > 1 && length <= LONGEST && kind(text.charAt(from), cuts) != 0;
    }
}
