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
    private static final int MOST_CONSIDERED = 40;
    private static final double IN_TITLE = 1.6;
    private static final double NAME = 1.25;
    private static final double EARLY = 40;
    private static final double WORDS_MORE = 0.3;
    private static final int GAP = -1;

    private final PhraseCounts counts;
    private final int longest;
    private final boolean onlyRepeated;
    private final List<Tokens> texts = new ArrayList<>(3);
    private final int[] firstOfText = new int[3];
    private int[] words;
    private int[] starts;
    private int[] ends;
    private int length;
    private boolean title;

    /// @param longest how many words a phrase has at most
    /// @param onlyRepeated whether a phrase must stand there twice
    /// @param expected about how many words will come
    KeywordRanking(int longest, boolean onlyRepeated, int expected) {
        this.longest = longest;
        this.onlyRepeated = onlyRepeated;
        counts = new PhraseCounts(longest, expected);
        words = new int[expected + 8];
        starts = new int[expected + 8];
        ends = new int[expected + 8];
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
        if (length > 0 && words[length - 1] != GAP) {
            append(GAP, 0, 0);
        }
    }

    /// Takes the word from `start` to `end` in the text; `rarity` is 0..1.
    void word(int start, int end, long key, double rarity, boolean name) {
        int word = counts.add(key, texts.getLast(), start, end, title, length);
        counts.describe(word, rarity, name);
        append(word, start, end);
    }

    private void append(int word, int start, int end) {
        if (length == words.length) {
            words = Arrays.copyOf(words, length * 2);
            starts = Arrays.copyOf(starts, length * 2);
            ends = Arrays.copyOf(ends, length * 2);
        }
        words[length] = word;
        starts[length] = start;
        ends[length] = end;
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
            double score = score(i);
            if (score > (size < MOST_CONSIDERED ? 0 : scores[size - 1])) {
                size = Math.min(size + 1, MOST_CONSIDERED);
                int place = size - 1;
                for (; place > 0 && scores[place - 1] < score; place--) {
                    scores[place] = scores[place - 1];
                    order[place] = order[place - 1];
                }
                scores[place] = score;
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
            int candidate = order[i];
            if (!within[candidate]
                    && !holdsAny(candidate, alone)
                    && list.offer(counts.surface(candidate))) {
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
            countPhrases(from, to, texts.get(text), text == 0);
            from = to + 1;
        }
    }

    /// Counts the phrases within a run of words: the run itself if it is short enough, and those
    /// made of words that all occur again, since no other can.
    private void countPhrases(int from, int to, Tokens text, boolean inTitle) {
        for (int first = from; first < to; first++) {
            boolean repeated = counts.count(words[first]) > 1;
            long key = counts.key(words[first]);
            for (int last = first + 1; last < Math.min(to, first + longest); last++) {
                repeated &= counts.count(words[last]) > 1;
                key = WordHash.join(key, counts.key(words[last]));
                boolean whole = first == from && last == to - 1 && !onlyRepeated;
                if (!repeated && !whole) {
                    continue;
                }
                int phrase = counts.add(key, text, starts[first], ends[last], inTitle, first);
                for (int i = first; i <= last; i++) {
                    counts.member(phrase, i - first, words[i]);
                }
                if (whole) {
                    counts.markWhole(phrase);
                }
            }
        }
    }

    private double score(int i) {
        int size = counts.words(i);
        if (size == 1) {
            return wordScore(i) * repeated(counts.count(i));
        }
        if (counts.count(i) < 2 && !counts.isWhole(i)) {
            return 0;
        }
        double sum = 0;
        for (int k = 0; k < size; k++) {
            sum += wordScore(counts.memberOf(i, k));
        }
        return sum / size * (1 + WORDS_MORE * (size - 1)) * repeated(counts.count(i));
    }

    private static double repeated(int count) {
        return count == 1 ? 1 : 1 + Math.log(count);
    }

    private double wordScore(int i) {
        double early = 1 + 1 / (1 + counts.position(i) / EARLY);
        return counts.rarity(i)
                * early
                * (counts.inTitle(i) ? IN_TITLE : 1)
                * (counts.isName(i) ? NAME : 1);
    }
}
