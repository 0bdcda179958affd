package newspulse.engine.entities;

import newspulse.engine.text.Tokens;
import newspulse.engine.text.WordHash;

/// What is to be seen at the words of one English text: the words themselves and their neighbours,
/// how they are written, what stands between them, what the gazetteer and running text say of them
/// (after Ratinov and Roth, Design Challenges and Misconceptions in Named Entity Recognition,
/// 2009).
final class EnglishFeatures {
    private static final long NOTHING = 7;
    private static final int PREFIX = 3;
    private static final int SUFFIX = 3;

    private final Tokens tokens;
    private final Gazetteer gazetteer;
    private final WordFacts facts;
    private final DocumentWords memory;
    private final int[] marks;
    private final int[] shapes;
    private final int[] known;
    private int from;
    private int to;
    private int style;

    EnglishFeatures(Tokens tokens, Gazetteer gazetteer, WordFacts facts, DocumentWords memory) {
        this.tokens = tokens;
        this.gazetteer = gazetteer;
        this.facts = facts;
        this.memory = memory;
        marks = new int[tokens.count()];
        shapes = new int[tokens.count()];
        known = new int[tokens.count()];
    }

    /// Turns to the sentence from a token to another.
    void enter(int first, int end) {
        from = first;
        to = end;
        style = Shape.ofSentence(tokens, from, to);
        gazetteer.mark(tokens, from, to, marks);
        for (int i = from; i < to; i++) {
            shapes[i] = Shape.of(tokens, i);
            known[i] = facts.of(tokens.hash(i));
        }
    }

    /// Describes a token of the sentence.
    void describe(int i, FeatureBuffer out) {
        out.clear();
        int form = shapes[i] << 3 | style << 1 | (i == from ? 1 : 0);
        words(i, form, out);
        out.endLexical();
        forms(i, form, out);
        names(i, form, out);
        cases(i, form, out);
    }

    private void words(int i, int form, FeatureBuffer out) {
        long word = tokens.hash(i);
        long before = word(i - 1);
        long after = word(i + 1);
        out.add(1, word);
        out.add(2, word + form);
        out.add(3, before);
        out.add(4, after);
        out.add(5, word(i - 2));
        out.add(6, word(i + 2));
        out.add(7, before * 31 + word);
        out.add(8, word * 31 + after);
        out.add(9, before + form);
        out.add(10, after + form);
        int start = tokens.start(i);
        int end = tokens.end(i);
        out.add(11, WordHash.of(tokens.text, start, Math.min(start + PREFIX, end)));
        out.add(12, WordHash.of(tokens.text, Math.max(start, end - SUFFIX), end));
        out.add(13, WordHash.of(tokens.text, Math.max(start, end - SUFFIX - 1), end));
    }

    private void forms(int i, int form, FeatureBuffer out) {
        int before = shape(i - 1);
        int after = shape(i + 1);
        int gap = gap(i);
        int gapAfter = gap(i + 1);
        out.add(20, form);
        out.add(21, form << 4 | before);
        out.add(22, form << 4 | after);
        out.add(23, (form << 4 | before) << 4 | after);
        out.add(24, form << 7 | gap);
        out.add(25, form << 7 | gapAfter);
        out.add(26, (form << 7 | gap) << 7 | gapAfter);
        out.add(27, (form << 4 | shape(i - 2)) << 4 | before);
        out.add(28, (form << 4 | after) << 4 | shape(i + 2));
    }

    private void names(int i, int form, FeatureBuffer out) {
        long mark = marks[i];
        long before = mark(i - 1);
        long after = mark(i + 1);
        out.add(30, mark);
        out.add(31, mark << 10 | form);
        out.add(32, mark << 32 | before);
        out.add(33, mark << 32 | after);
        out.add(34, before << 10 | form);
        out.add(35, after << 10 | form);
        out.add(36, (before * 31 + mark) * 31 + after);
    }

    private void cases(int i, int form, FeatureBuffer out) {
        int word = known[i];
        int before = known(i - 1);
        int after = known(i + 1);
        int seen = memory.of(tokens.hash(i));
        out.add(40, word << 10 | form);
        out.add(41, (word << 8 | before) << 14 | form << 4 | shape(i - 1));
        out.add(42, (word << 8 | after) << 14 | form << 4 | shape(i + 1));
        out.add(43, seen << 10 | form);
        out.add(44, (seen << 8 | word) << 10 | form);
    }

    private long word(int i) {
        return i < from || i >= to ? NOTHING : tokens.hash(i);
    }

    private int shape(int i) {
        return i < from || i >= to ? Shape.NONE : shapes[i];
    }

    private long mark(int i) {
        return i < from || i >= to ? NOTHING : marks[i];
    }

    private int known(int i) {
        return i < from || i >= to ? 0 : known[i];
    }

    /// What stands before a token: the first unit after the token before it that is no space.
    private int gap(int i) {
        int end = i < tokens.count() ? tokens.start(i) : tokens.text.length();
        int start = i > 0 ? tokens.end(i - 1) : 0;
        for (int at = start; at < end; at++) {
            char c = tokens.text.charAt(at);
            if (c > ' ') {
                return c < 0x7f ? c : 0x7f;
            }
        }
        return start == end ? 1 : 0;
    }
}
