package newspulse.engine.tone;

import newspulse.engine.text.Tokens;

/// What lexicons and the look of an English passage say of its tone: a few numbers, mostly 0..1,
/// which mean the same in texts of any source.
public final class Clues {
    /// How many numbers there are.
    public static final int COUNT = 16;

    private static final int NEGATION_REACH = 3;
    private static final double SLIGHT = 0.5;
    private static final double NEGATED_GOOD = 0.5;
    private static final double NEGATED_BAD = 0.3;

    private final EnglishLexicon news;
    private final Lexicon everyday;

    /// Reads lexicons.
    ///
    /// @param news of news, with what is everyday language in it
    /// @param everyday of everyday language alone
    Clues(EnglishLexicon news, Lexicon everyday) {
        this.news = news;
        this.everyday = everyday;
    }

    /// Writes the numbers of a range of tokens into the first [#COUNT] places.
    public void read(Tokens tokens, int from, int to, float[] clues) {
        readNews(tokens, from, to, clues);
        readEveryday(tokens, from, to, clues);
        readMarks(tokens, from, to, clues);
    }

    private void readNews(Tokens tokens, int from, int to, float[] clues) {
        double sum = 0;
        double good = 0;
        double bad = 0;
        for (int start = from; start < to; ) {
            int end = Math.min(to, tokens.sentenceEnd(start));
            double valence = news.valence(tokens, start, end);
            sum += valence;
            good += Math.max(0, valence);
            bad += Math.max(0, -valence);
            start = end;
        }
        clues[0] = (float) SentenceLexicon.squash(sum);
        clues[1] = (float) SentenceLexicon.squash(good);
        clues[2] = (float) SentenceLexicon.squash(bad);
        clues[3] = (float) (sum / Math.sqrt(Math.max(1, to - from)));
        clues[9] = sum > SLIGHT ? 1 : 0;
        clues[10] = sum < -SLIGHT ? 1 : 0;
        clues[11] = sum == 0 ? 1 : 0;
    }

    private void readEveryday(Tokens tokens, int from, int to, float[] clues) {
        double good = 0;
        double bad = 0;
        int negator = from - NEGATION_REACH - 1;
        boolean negates = false;
        int numbers = 0;
        for (int i = from; i < to; i++) {
            boolean negated = i - negator <= NEGATION_REACH;
            double valence = Lexicon.valence(everyday.get(tokens.hash(i)));
            if (valence > 0) {
                good += negated ? 0 : valence;
                bad += negated ? NEGATED_GOOD * valence : 0;
            } else {
                good -= negated ? NEGATED_BAD * valence : 0;
                bad -= negated ? 0 : valence;
            }
            if (tokens.is(i, Tokens.CONTRACTED_NOT) || news.negates(tokens, i)) {
                negator = i;
                negates = true;
            }
            numbers += tokens.is(i, Tokens.NUMBER) ? 1 : 0;
        }
        int words = Math.max(1, to - from);
        clues[4] = (float) (good / (good + 3));
        clues[5] = (float) (bad / (bad + 3));
        clues[6] = (float) ((good - bad) / Math.sqrt(words));
        clues[7] = good + bad == 0 ? 1 : 0;
        clues[8] = negates ? 1 : 0;
        clues[12] = (float) Math.log1p(words) / 3;
        clues[13] = numbers > 0 ? 1 : 0;
    }

    private static void readMarks(Tokens tokens, int from, int to, float[] clues) {
        clues[14] = 0;
        clues[15] = 0;
        int end = to < tokens.count() ? tokens.start(to) : tokens.text.length();
        for (int at = tokens.start(from); at < end; at++) {
            switch (tokens.text.charAt(at)) {
                case '"', '“' -> clues[14] = 1;
                case '?' -> clues[15] = 1;
                default -> {}
            }
        }
    }
}
