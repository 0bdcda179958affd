package newspulse.engine.entities;

import newspulse.engine.text.WordHash;

/// What is to be seen at the items of a Korean text: the syllables around, the eojeol that holds it
/// and those beside it, and known names.
final class KoreanFeatures {
    private static final long NOTHING = 7;
    private static final long SPACE = 0x5bd1e995L;
    private static final int FAR = 5;
    private static final int OUTSIDE = 127;

    private final KoreanItems items;
    private final int[] marks;
    private final int[] known;
    private final long[] rests;
    private final long[] grams;
    private final long[] heads;
    private final long[] tails;

    KoreanFeatures(KoreanItems items, SyllableNames names, WordFacts facts) {
        this.items = items;
        int count = items.count();
        marks = new int[count];
        rests = new long[count];
        known = new int[count];
        grams = new long[count];
        heads = new long[count];
        tails = new long[count];
        for (int i = 0; i < count; i++) {
            boolean first = items.wordStart(i) == i;
            grams[i] = items.hash(i) + (first ? SPACE : 0);
            heads[i] = items.head(first ? KoreanItems.WORD : heads[i - 1], i);
            known[i] = facts.of(heads[i]);
        }
        for (int i = count - 1; i >= 0; i--) {
            boolean last = items.wordEnd(i) == i + 1;
            tails[i] = WordHash.join(last ? NOTHING : tails[i + 1], items.hash(i));
        }
        mark(names);
    }

    /// Marks names that begin an eojeol, or follow another name or a sign.
    private void mark(SyllableNames names) {
        for (int i = 0; i < items.count(); ) {
            long found = names.longest(items.text, items.start(i), items.text.length());
            int end = (int) found;
            int classes = (int) (found >>> Integer.SIZE);
            int first = i;
            while (i < items.count() && items.end(i) <= end) {
                marks[i] = classes | (i == first ? Gazetteer.FIRST : 0);
                i++;
            }
            if (i == first) {
                i++;
            } else {
                int left = items.wordEnd(i - 1) - i;
                int where = Math.min(left, 3) << 22 | (i - first > 1 ? Gazetteer.LONG : 0);
                where |= items.wordStart(first) == first ? 1 << 24 : 0;
                for (int k = first; k < i; k++) {
                    marks[k] |= where;
                    rests[k] = left == 0 ? SPACE : tails[i];
                }
            }
        }
    }

    void describe(int i, FeatureBuffer out) {
        out.clear();
        syllables(i, out);
        words(i, out);
        out.endLexical();
        long mark = mark(i);
        out.add(40, mark);
        out.add(41, mark << 32 | mark(i - 1));
        out.add(42, mark << 32 | mark(i + 1));
        int place = place(i);
        out.add(43, mark << 8 | place);
        out.add(44, kinds(i) << 8 | place);
        int classes = marks[i] & (Gazetteer.CLASSES | Gazetteer.FIRST);
        out.add(47, classes);
        out.add(48, WordHash.join(rests[i], classes));
        out.add(49, mark << 32 | next(i));
        beginnings(i, place, out);
    }

    /// How often words begin as this one does.
    private void beginnings(int i, int place, FeatureBuffer out) {
        int start = items.wordStart(i);
        int end = items.wordEnd(i);
        int before = i > start ? known[i - 1] : OUTSIDE;
        int after = known(i + 1, end);
        out.add(60, (long) known[i] << 8 | before);
        out.add(61, (long) known[i] << 8 | after);
        out.add(62, (long) known[i] << 16 | after << 8 | before);
        out.add(63, (long) known(start + 1, end) << 16 | known(start + 2, end) << 8 | place);
        out.add(64, (long) known[i] << 8 | place);
    }

    private int known(int i, int end) {
        return i < end ? known[i] : OUTSIDE;
    }

    private void syllables(int i, FeatureBuffer out) {
        long a = gram(i - 2);
        long b = gram(i - 1);
        long c = gram(i);
        long d = gram(i + 1);
        long e = gram(i + 2);
        out.add(1, c);
        out.add(2, b);
        out.add(3, d);
        out.add(4, a);
        out.add(5, e);
        out.add(6, WordHash.join(b, c));
        out.add(7, WordHash.join(c, d));
        out.add(11, WordHash.join(WordHash.join(a, b), c));
        out.add(12, WordHash.join(WordHash.join(b, c), d));
        out.add(13, WordHash.join(WordHash.join(c, d), e));
    }

    private void words(int i, FeatureBuffer out) {
        int start = items.wordStart(i);
        int end = items.wordEnd(i);
        int place = place(i);
        out.add(20, heads[i]);
        out.add(21, i + 1 < end ? tails[i + 1] : NOTHING);
        out.add(23, start > 0 ? tails[items.wordStart(start - 1)] : NOTHING);
        out.add(24, end < items.count() ? tails[end] : NOTHING);
        out.add(25, WordHash.join(gram(start - 1), gram(i)));
        out.add(26, WordHash.join(gram(end), gram(end + 1)));
        out.add(30, WordHash.join(gram(end - 1), place));
    }

    /// The mark of the next eojeol's first item.
    private long next(int i) {
        return mark(items.wordEnd(i));
    }

    private int place(int i) {
        int before = Math.min(i - items.wordStart(i), FAR);
        int after = Math.min(items.wordEnd(i) - i - 1, FAR);
        return before << 3 | after;
    }

    private long kinds(int i) {
        long kinds = 0;
        for (int at = i - 2; at <= i + 2; at++) {
            boolean there = at >= 0 && at < items.count();
            kinds = kinds << 5 | (there ? items.kind(at) : 15);
            kinds = kinds << 1 | (there && items.wordStart(at) == at ? 1 : 0);
        }
        return kinds;
    }

    private long gram(int i) {
        return i < 0 || i >= items.count() ? NOTHING : grams[i];
    }

    private long mark(int i) {
        return i < 0 || i >= items.count() ? NOTHING : marks[i];
    }
}
