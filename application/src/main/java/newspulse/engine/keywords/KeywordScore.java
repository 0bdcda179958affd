package newspulse.engine.keywords;

/// What a word or phrase of an article is worth as a keyword. A word: its rarity, more if it stands
/// early, in the title, is written like a name, or is repeated. A phrase: the sum of its words over
/// a root of their number, so that a second word adds and a fourth adds little.
final class KeywordScore {
    private static final double IN_TITLE = 1.6;
    private static final double NAME = 1.25;
    private static final double EARLY = 40;

    /// How much the repetition of a phrase's words says of the phrase.
    private static final double WORDS_REPEATED = 1;

    /// A word alone says less than a phrase; where phrases must be repeated, it is the rule.
    private static final double ALONE = 0.8;

    /// A phrase of `n` words is worth the sum of them over `n` to the power of this.
    private static final double ROOT = 0.2;

    private static final int MOST_WORDS = 8;
    private static final double[] SHARES = shares();

    private final PhraseCounts counts;
    private final boolean onlyRepeated;

    KeywordScore(PhraseCounts counts, boolean onlyRepeated) {
        this.counts = counts;
        this.onlyRepeated = onlyRepeated;
    }

    private static double[] shares() {
        double[] shares = new double[MOST_WORDS + 1];
        for (int size = 1; size < shares.length; size++) {
            shares[size] = StrictMath.pow(size, -ROOT);
        }
        return shares;
    }

    /// 0 for what is no keyword.
    double of(int i) {
        int size = counts.words(i);
        if (counts.count(i) < 2 && !counts.isWhole(i) && (size > 1 || !onlyRepeated)) {
            return 0;
        }
        if (size == 1) {
            double whole = onlyRepeated ? 1 : ALONE;
            return counts.isHead(i) ? whole * word(i) * repeated(counts.count(i)) : 0;
        }
        double sum = 0;
        for (int k = 0; k < size; k++) {
            int word = counts.memberOf(i, k);
            sum += word(word) * (1 + WORDS_REPEATED * Math.log(counts.count(word)));
        }
        return sum * SHARES[size] * repeated(counts.count(i));
    }

    private static double repeated(int count) {
        return count == 1 ? 1 : 1 + Math.log(count);
    }

    private double word(int i) {
        double early = 1 + 1 / (1 + counts.position(i) / EARLY);
        return counts.rarity(i)
                * early
                * (counts.inTitle(i) ? IN_TITLE : 1)
                * (counts.isName(i) ? NAME : 1);
    }
}
