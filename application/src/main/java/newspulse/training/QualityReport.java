package newspulse.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
            answer, `VADER` and `predecessor` are lexicons. *Floor* is what we ask of a figure, at least or, of an error (ECE), at most; what
            does not reach it is marked with `!`, and stands at the end with what was taken for what.
            """;

    private static final String NOTES = "/newspulse/training/models-notes.md";

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
        List<Score> missed = scores.stream().filter(QualityReport::isMissed).toList();
        if (!missed.isEmpty()) {
            text.append("\n## Below the floor\n");
            missed.forEach(score -> text.append(details(score)));
        }
        return text.append('\n').append(notes()).toString();
    }

    private static boolean isMissed(Score score) {
        return Floor.of(score).filter(floor -> !floor.met()).isPresent();
    }

    private static String details(Score score) {
        return String.format(
                Locale.ROOT,
                "%n%s, %s: %.3f%n%s",
                score.dataSet(),
                score.metric(),
                score.value(),
                score.details().isEmpty() ? "" : "\n" + score.details());
    }

    /// What no figure says: written by hand.
    private static String notes() {
        try (InputStream in = QualityReport.class.getResourceAsStream(NOTES)) {
            if (in == null) {
                throw new IllegalStateException("missing from the application: " + NOTES);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(NOTES, e);
        }
    }

    private static StringBuilder head(String what) {
        return new StringBuilder("## ")
                .append(Character.toUpperCase(what.charAt(0)))
                .append(what.substring(1))
                .append("\n\n| data set | metric | value | floor | items | others | note |\n")
                .append("| --- | --- | ---: | ---: | ---: | --- | --- |\n");
    }

    private static String row(Score score) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.3f | %s | %,d | %s | %s |%n",
                score.dataSet(),
                score.metric(),
                score.value(),
                floor(score),
                score.items(),
                others(score.references()),
                score.note());
    }

    private static String floor(Score score) {
        return Floor.of(score)
                .map(floor ->
                        String.format(
                                Locale.ROOT, "%.2f%s", floor.value(), floor.met() ? "" : " !"))
                .orElse("");
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
