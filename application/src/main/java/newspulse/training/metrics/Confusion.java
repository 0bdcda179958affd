package newspulse.training.metrics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// Counts what was answered where what was true.
public final class Confusion {
    private final Map<String, Map<String, Integer>> counts = new TreeMap<>();
    private int items;
    private int right;

    public void add(String truth, String answer) {
        counts.computeIfAbsent(truth, label -> new TreeMap<>()).merge(answer, 1, Integer::sum);
        items++;
        right += truth.equals(answer) ? 1 : 0;
    }

    public int items() {
        return items;
    }

    /// The part of the answers that is right; 0 without any.
    public double accuracy() {
        return items == 0 ? 0 : (double) right / items;
    }

    /// The mean of the F1 of all labels that are true of some item; an answer that is true of none
    /// costs the recall of others.
    public double macroF1() {
        return counts.keySet().stream().mapToDouble(this::f1).average().orElse(0);
    }

    /// The harmonic mean of precision and recall of one label; 0 where both are.
    public double f1(String label) {
        int both = count(label, label);
        int truths = counts.getOrDefault(label, Map.of()).values().stream().mapToInt(n -> n).sum();
        int answers = counts.keySet().stream().mapToInt(truth -> count(truth, label)).sum();
        return truths + answers == 0 ? 0 : 2.0 * both / (truths + answers);
    }

    /// The accuracy of one who always gives the most frequent label.
    public double majorityAccuracy() {
        int most =
                counts.values().stream()
                        .mapToInt(row -> row.values().stream().mapToInt(n -> n).sum())
                        .max()
                        .orElse(0);
        return items == 0 ? 0 : (double) most / items;
    }

    /// The macro-F1 of one who always gives the most frequent label.
    public double majorityMacroF1() {
        double share = majorityAccuracy();
        return counts.isEmpty() ? 0 : 2 * share / (1 + share) / counts.size();
    }

    public int count(String truth, String answer) {
        return counts.getOrDefault(truth, Map.of()).getOrDefault(answer, 0);
    }

    /// A Markdown table: a row for each true label, a column for each answer.
    public String markdown() {
        var labels = new TreeSet<>(counts.keySet());
        counts.values().forEach(row -> labels.addAll(row.keySet()));
        List<String> head = new ArrayList<>(List.of("true"));
        head.addAll(labels);
        var text =
                new StringBuilder(row(head)).append(row(Collections.nCopies(head.size(), "---")));
        for (String truth : counts.keySet()) {
            List<String> cells = new ArrayList<>(List.of(truth));
            labels.forEach(
                    label -> cells.add(String.format(Locale.ROOT, "%d", count(truth, label))));
            text.append(row(cells));
        }
        return text.toString();
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
