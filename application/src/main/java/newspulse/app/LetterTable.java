package newspulse.app;

import newspulse.deadletter.DeadLetter;
import newspulse.deadletter.DeadLetter.Position;
import newspulse.producer.LogText;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;

/// The newest letters for people, and how many there are by code. It keeps no more than it prints.
final class LetterTable {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final int NAME = 20;
    private static final Comparator<Row> OLDEST_FIRST = Comparator.comparing(row -> row.died);

    private final int limit;
    private final Set<Position> replayed;
    private final PriorityQueue<Row> newest = new PriorityQueue<>(OLDEST_FIRST);
    private final Map<String, Integer> byCode = new TreeMap<>();
    private int all;
    private int again;

    LetterTable(int limit, Set<Position> replayed) {
        this.limit = limit;
        this.replayed = replayed;
    }

    private record Row(String died, String line) {}

    void add(DeadLetter letter) {
        all++;
        byCode.merge(LogText.line(letter.code()), 1, Integer::sum);
        boolean isReplayed = replayed.contains(letter.position());
        if (isReplayed) {
            again++;
        }
        newest.add(new Row(TIME.format(letter.diedAt()), line(letter, isReplayed)));
        if (newest.size() > limit) {
            newest.remove();
        }
    }

    @Override
    public String toString() {
        var out = new StringBuilder();
        List<Row> rows = new ArrayList<>(newest);
        rows.sort(OLDEST_FIRST);
        if (!rows.isEmpty()) {
            out.append(
                    "%-12s  %-19s  %-18s  %-20s  %s%n"
                            .formatted("position", "died (UTC)", "code", "source", "why"));
        }
        rows.forEach(row -> out.append(row.line).append(System.lineSeparator()));
        if (all > rows.size()) {
            out.append("(the newest %d of %d; --limit shows more)%n".formatted(rows.size(), all));
        }
        out.append("%d dead letters".formatted(all));
        if (again > 0) {
            out.append(", %d of them replayed (marked *)".formatted(again));
        }
        byCode.forEach((code, count) -> out.append("%n  %-18s  %d".formatted(code, count)));
        return out.append(System.lineSeparator()).toString();
    }

    private static String line(DeadLetter letter, boolean isReplayed) {
        return "%-12s  %-19s  %-18s  %-20s  %s"
                .formatted(
                        letter.position() + (isReplayed ? "*" : ""),
                        TIME.format(letter.diedAt()),
                        LogText.line(letter.code()),
                        cut(letter.source() == null ? "-" : LogText.line(letter.source())),
                        LogText.line(letter.detail()));
    }

    private static String cut(String name) {
        return name.length() <= NAME ? name : name.substring(0, NAME - 1) + "…";
    }
}
