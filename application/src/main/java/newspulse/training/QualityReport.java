package newspulse.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The scores as tables of Markdown, one for each thing measured: `docs/models.md`.
public final class QualityReport {
    private static final String BEGINNING =
            """
            # How good the local models are

            Written by `./newspulse evaluate --write docs/models.md`; do not edit it by hand. What was measured on texts that the model has
            not seen, one run, fixed seed. *Others* reach what stands beside it on the same texts: `majority` always gives the most frequent
            answer, `VADER` and `predecessor` are lexicons.
            """;

    private QualityReport() {}

    /// The whole document.
    ///
    /// @param modelVersion of what was measured
    public static String markdown(String modelVersion, List<Score> scores) {
        Map<String, StringBuilder> tables = new LinkedHashMap<>();
        for (Score score : scores) {
            tables.computeIfAbsent(score.what(), QualityReport::head).append(row(score));
        }
        var text = new StringBuilder(BEGINNING);
        text.append("\nModels: `").append(modelVersion).append("`.\n");
        tables.values().forEach(table -> text.append('\n').append(table));
        return text.toString();
    }

    private static StringBuilder head(String what) {
        return new StringBuilder("## ")
                .append(Character.toUpperCase(what.charAt(0)))
                .append(what.substring(1))
                .append("\n\n| data set | metric | value | items | others | note |\n")
                .append("| --- | --- | ---: | ---: | --- | --- |\n");
    }

    private static String row(Score score) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.3f | %,d | %s | %s |%n",
                score.dataSet(),
                score.metric(),
                score.value(),
                score.items(),
                others(score.references()),
                score.note());
    }

    private static String others(List<Score.Reference> references) {
        return String.join(
                ", ",
                references.stream()
                        .map(other ->
                                String.format(Locale.ROOT, "%s %.3f", other.name(), other.value()))
                        .toList());
    }
}
