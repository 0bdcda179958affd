package newspulse.engine.keywords;

import newspulse.engine.text.Tokens;
import newspulse.engine.text.WordHash;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Counts the words of one article and the phrases of neighbouring words, and ranks them: what is
/// rare in the language, repeated, in the title, early, and written like a name comes first. Fed
/// text by text in reading order, then asked once.
final class KeywordRanking {
    /// May end a phrase, or stand alone.
    static final int HEAD = 1;

    /// Written like a name.
    static final int NAME = 1 << 1;

    private static final int MOST_CONSIDERED = 40;
    private static final int GAP = -1;

    private final PhraseCounts counts;
    private final KeywordScore score;
    private final int longest;
    private final boolean onlyRepeated;
    private final List<Tokens> texts = new ArrayList<>(3);
    private final int[] firstOfText = new int[3];
    private int[] words;
    private int[] starts;
    private int[] ends;
    private byte[] kinds;
    private int length;
    private boolean title;

    /// @param longest how many words a phrase has at most
    /// @param onlyRepeated whether phrases must stand there twice; if not, the phrases between two
    ///   gaps count, and words within them only if repeated
    /// @param expected about how many words will come
    KeywordRanking(int longest, boolean onlyRepeated, int expected) {
        this.longest = longest;
        this.onlyRepeated = onlyRepeated;
        counts = new PhraseCounts(longest, expected);
        score = new KeywordScore(counts, onlyRepeated);
        words = new int[expected + 8];
        starts = new int[expected + 8];
        ends = new int[expected + 8];
        kinds = new byte[expected + 8];
    }

    /// Goes on to the next text of the article, of which there are three at most.
    void begin(Tokens text, boolean isTitle) {
        gap();
        firstOfText[texts.size()] = length;
        texts.add(text);
        title = isTitle;
    }

    /// Ends a phrase: what follows does not belong to the words before.
    void gap() {
        if (within()) {
            append(GAP, 0, 0, 0);
        }
    }

    /// Whether a phrase has begun that another word may go on.
    boolean within() {
        return length > 0 && words[length - 1] != GAP;
    }

    /// Takes the word from `start` to `end` in the text.
    ///
    /// @param rarity 0..1
    /// @param kind [#HEAD], [#NAME], both, or 0 for a modifier
    void word(int start, int end, long key, double rarity, int kind) {
        int word = counts.add(key, texts.getLast(), start, end, title, length);
        counts.describe(word, rarity, (kind & NAME) != 0, (kind & HEAD) != 0);
        append(word, start, end, kind);
    }

    private void append(int word, int start, int end, int kind) {
        if (length == words.length) {
            words = Arrays.copyOf(words, length * 2);
            starts = Arrays.copyOf(starts, length * 2);
            ends = Arrays.copyOf(ends, length * 2);
            kinds = Arrays.copyOf(kinds, length * 2);
        }
        words[length] = word;
        starts[length] = start;
        ends[length] = end;
        kinds[length] = (byte) kind;
        length++;
    }

    /// The most telling first, no more than may be published.
    List<String> best() {
        gap();
        countPhrases();
        int[] order = new int[MOST_CONSIDERED];
        double[] scores = new double[MOST_CONSIDERED];
        int size = 0;
        for (int i = 0; i < counts.size(); i++) {
            double mark = score.of(i);
            if (mark > (size < MOST_CONSIDERED ? 0 : scores[size - 1])) {
                size = Math.min(size + 1, MOST_CONSIDERED);
                int place = size - 1;
                for (; place > 0 && scores[place - 1] < mark; place--) {
                    scores[place] = scores[place - 1];
                    order[place] = order[place - 1];
                }
                scores[place] = mark;
                order[place] = i;
            }
        }
        return choose(order, size);
    }

    private List<String> choose(int[] order, int size) {
        KeywordList list = new KeywordList();
        boolean[] alone = new boolean[counts.size()];
        boolean[] within = new boolean[counts.size()];
        for (int i = 0; i < size && !list.isFull(); i++) {
            if (within[order[i]]) {
                continue;
            }
            int candidate = counts.fullName(order[i]);
            if (!holdsAny(candidate, alone) && list.offer(counts.surface(candidate))) {
                alone[candidate] = true;
                for (int k = 0; counts.words(candidate) > 1 && k < counts.words(candidate); k++) {
                    within[counts.memberOf(candidate, k)] = true;
                }
            }
        }
        return list.keywords();
    }

    private boolean holdsAny(int phrase, boolean[] words) {
        for (int k = 0; counts.words(phrase) > 1 && k < counts.words(phrase); k++) {
            if (words[counts.memberOf(phrase, k)]) {
                return true;
            }
        }
        return false;
    }

    private void countPhrases() {
        int text = 0;
        for (int from = 0; from < length; ) {
            while (text + 1 < texts.size() && firstOfText[text + 1] <= from) {
                text++;
            }
            int to = from;
            while (words[to] != GAP) {
                to++;
            }
            int last = to;
            while (last > from && (kinds[last - 1] & HEAD) == 0) {
                last--;
            }
            if (last > from) {
                countPhrases(from, last, texts.get(text), text == 0);
            }
            from = to + 1;
        }
    }

    /// Counts the phrases within a run of words: the run itself, or its end if it is long; names;
    /// and those made of words that all occur again, since no other can.
    private void countPhrases(int from, int to, Tokens text, boolean inTitle) {
        int first = Math.max(from, to - longest);
        if (!onlyRepeated) {
            counts.markWhole(to - first == 1 ? words[first] : add(first, to, text, inTitle));
            names(from, to, first, text, inTitle);
        }
        for (; first < to - 1; first++) {
            if (counts.count(words[first]) < 2) {
                continue;
            }
            int most = Math.min(to, first + longest);
            for (int last = first + 1; last < most && counts.count(words[last]) > 1; last++) {
                boolean counted =
                        !onlyRepeated && first == Math.max(from, to - longest) && last == to - 1;
                if ((kinds[last] & HEAD) != 0 && !counted) {
                    add(first, last + 1, text, inTitle);
                }
            }
        }
    }

    /// Counts the names of several words that a longer run holds.
    private void names(int from, int to, int whole, Tokens text, boolean inTitle) {
        for (int first = from; first < to; ) {
            int last = first;
            while (last < to && (kinds[last] & NAME) != 0) {
                last++;
            }
            int size = last - first;
            if (size > 1 && size <= longest) {
                boolean counted = first == whole && last == to;
                int name =
                        counted ? counts.index(key(first, last)) : add(first, last, text, inTitle);
                counts.markWhole(name);
                counts.markName(name);
            }
            first = Math.max(last, first + 1);
        }
    }

    private int add(int from, int to, Tokens text, boolean inTitle) {
        int phrase = counts.add(key(from, to), text, starts[from], ends[to - 1], inTitle, from);
        for (int i = from; i < to; i++) {
            counts.member(phrase, i - from, words[i]);
        }
        return phrase;
    }

    private long key(int from, int to) {
        long key = counts.key(words[from]);
        for (int i = from + 1; i < to; i++) {
            key = WordHash.join(key, counts.key(words[i]));
        }
        return key;
    }
}
