package newspulse.producer.schedule;

import java.util.ArrayList;
import java.util.List;

/// How many articles a source's answers hold, new or not. Its past is the numbers of its last 32
/// answers that were not suspicious. It yields too little once three answers in a row each hold
/// less than half of the fewest of that past. If the answers were all of a kind, three that are the
/// fewest of eleven or more, by chance, come once in 165 times at most, once in 6,545 with a full
/// past; the half allows for those that are not. An answer that brings something new proves the
/// source alive: with few articles it begins a new past.
record Yield(List<Integer> past, List<Integer> low) {
    static final Yield UNKNOWN = new Yield(List.of(), List.of());

    private static final int LONGEST_PAST = 32;
    private static final int SHORTEST_PAST = 8;
    private static final int IN_A_ROW = 3;

    Yield {
        past = List.copyOf(past);
        low = List.copyOf(low);
    }

    /// After an answer that held so many.
    Yield after(int articles, boolean gaveNews) {
        if (past.size() < SHORTEST_PAST || 2 * articles >= fewest()) {
            return new Yield(latest(past, articles, LONGEST_PAST), List.of());
        }
        return gaveNews
                ? new Yield(List.of(articles), List.of())
                : new Yield(past, latest(low, articles, IN_A_ROW));
    }

    boolean isTooLittle() {
        return low.size() == IN_A_ROW;
    }

    /// The fewest that an answer of its past held; 0 without one.
    int fewest() {
        return past.stream().mapToInt(Integer::intValue).min().orElse(0);
    }

    /// The most that a suspicious answer held; 0 without one.
    int mostOfLow() {
        return low.stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    private static List<Integer> latest(List<Integer> numbers, int one, int most) {
        List<Integer> all = new ArrayList<>(numbers);
        all.add(one);
        return all.size() > most ? all.subList(all.size() - most, all.size()) : all;
    }
}
