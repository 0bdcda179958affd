package newspulse.engine.tone;

/// Adds up the valences of one sentence, turned by what stands around them: negations, boosters,
/// "but", things that should not grow, and what resolves them. The rules follow Hutto and Gilbert,
/// "VADER" (ICWSM 2014), with two for news: what rises and falls is good or bad by what it is, and
/// an end of something bad is good. Positions are indices of tokens.
final class SentenceTone {
    private static final double NEGATED = -0.6;
    private static final int BOOST_REACH = 2;
    private static final int REACH = 2;
    private static final int LEVEL_REACH = 4;
    private static final int RESOLVER_REACH = 4;
    private static final double RESOLVED = -0.6;
    private static final double BEFORE_BUT = 0.5;
    private static final int NEVER = -100;

    private final int negationReach;
    private double sum;
    private int negator = NEVER;
    private int booster = NEVER;
    private double boost;
    private int quantityEnd = NEVER;
    private double quantity;
    private int directionEnd = NEVER;
    private double direction;
    private int resolverEnd = NEVER;
    private int lastEnd = NEVER;
    private double last;

    /// @param negationReach how many words after a negation it still turns
    SentenceTone(int negationReach) {
        this.negationReach = negationReach;
    }

    double sum() {
        return sum;
    }

    void beginClause() {
        negator = NEVER;
        booster = NEVER;
        quantityEnd = NEVER;
        directionEnd = NEVER;
        resolverEnd = NEVER;
        lastEnd = NEVER;
    }

    /// Reads the lexicon's entry for the tokens from `start` to before `end`.
    void read(int entry, int start, int end) {
        if ((entry & Lexicon.BUT) != 0) {
            sum *= BEFORE_BUT;
            beginClause();
        }
        if ((entry & Lexicon.NEGATES_BEFORE) != 0) {
            turnLast(start, NEGATED);
        }
        double valence = Lexicon.valence(entry);
        if ((entry & Lexicon.RESOLVER) != 0) {
            resolve(valence, start, end);
        } else if (valence != 0) {
            add(turned(entry, valence, start, end), end);
        }
        if (Lexicon.boost(entry) != 0) {
            booster = start;
            boost = Lexicon.boost(entry);
        }
        if ((entry & Lexicon.NEGATOR) != 0) {
            negator = end - 1;
        }
    }

    private void add(double value, int end) {
        sum += value;
        last = value;
        lastEnd = end;
    }

    private void turnLast(int start, double by) {
        if (start <= lastEnd) {
            sum += (by - 1) * last;
            last *= by;
        }
    }

    private void resolve(double valence, int start, int end) {
        if (last < 0 && start - lastEnd < REACH) {
            sum += (RESOLVED - 1) * last;
            last *= RESOLVED;
        } else {
            sum += valence;
            resolverEnd = end;
        }
    }

    private double turned(int entry, double valence, int start, int end) {
        boolean moves = (entry & Lexicon.DIRECTION) != 0;
        boolean counts = (entry & Lexicon.QUANTITY) != 0;
        double value = valence;
        if (moves && start - quantityEnd < REACH) {
            value = -value - quantity;
            quantityEnd = NEVER;
        } else if (counts && start == directionEnd) {
            return -2 * direction;
        }
        if ((entry & Lexicon.LEVEL) != 0 && start - directionEnd < LEVEL_REACH) {
            value = Math.copySign(value, direction);
        }
        if (value < 0 && start - resolverEnd < RESOLVER_REACH) {
            value *= RESOLVED;
        }
        if (start - booster <= BOOST_REACH) {
            value *= 1 + boost;
        }
        if (start - negator <= negationReach) {
            value *= NEGATED;
        }
        if (moves) {
            directionEnd = end;
            direction = value;
        } else if (counts) {
            quantityEnd = end;
            quantity = value;
        }
        return value;
    }
}
