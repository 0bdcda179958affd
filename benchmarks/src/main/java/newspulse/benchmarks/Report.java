package newspulse.benchmarks;

import java.util.ArrayList;
import java.util.List;

/// The figures beside their goals, and the machine they hold for, as Markdown that a terminal can
/// show too.
record Report(Machine machine, List<Row> rows) {
    private static final List<String> HEAD = List.of("measured", "figure", "goal", "", "note");

    Report {
        rows = List.copyOf(rows);
    }

    String markdown() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(HEAD);
        rows.forEach(row -> lines.add(cells(row)));
        int[] widths = new int[HEAD.size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder("# Benchmark\n\n");
        machine.facts().forEach((name, fact) -> text.append("- %s: %s%n".formatted(name, fact)));
        text.append('\n');
        for (int i = 0; i < lines.size(); i++) {
            append(text, lines.get(i), widths);
            if (i == 0) {
                append(text, rule(widths), widths);
            }
        }
        return text.append(
                        "\nFigures are medians over rounds (smallest .. largest). Goals are for two"
                                + " cores.\n")
                .toString();
    }

    private static List<String> cells(Row row) {
        return switch (row) {
            case Row.Figure(String what, Measured measured, Unit unit, Goal goal, String note) ->
                    List.of(
                            what,
                            unit.write(measured),
                            goal.write(unit),
                            verdict(goal, measured.median()),
                            note);
            case Row.Missing(String what, String note) ->
                    List.of(what, "not measured", "", "", note);
        };
    }

    private static String verdict(Goal goal, double value) {
        return switch (goal) {
            case Goal.None _ -> "";
            case Goal.AtLeast _, Goal.AtMost _ ->
                    goal.isReachedBy(value) ? "reached" : "NOT reached";
        };
    }

    private static List<String> rule(int[] widths) {
        List<String> rule = new ArrayList<>();
        for (int width : widths) {
            rule.add("-".repeat(Math.max(width, 3)));
        }
        return rule;
    }

    private static void append(StringBuilder text, List<String> cells, int[] widths) {
        text.append('|');
        for (int i = 0; i < widths.length; i++) {
            String cell = cells.get(i);
            text.append(' ').append(cell);
            text.append(" ".repeat(Math.max(0, widths[i] - cell.length()))).append(" |");
        }
        text.append('\n');
    }
}
