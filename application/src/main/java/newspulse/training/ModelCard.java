package newspulse.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/// What a user of a model has to know (after Mitchell et al., Model Cards for Model Reporting,
/// 2019), written beside it as Markdown.
///
/// @param data one line for each source: what, how many, licence
/// @param licence of the model file itself
/// @param metrics measured on texts that were held out
/// @param limits what it is known to be bad at
public record ModelCard(
        String title,
        String use,
        List<String> data,
        String licence,
        LocalDate date,
        long seed,
        List<Score> metrics,
        List<String> limits) {

    public ModelCard {
        data = List.copyOf(data);
        metrics = List.copyOf(metrics);
        limits = List.copyOf(limits);
    }

    /// Writes a model file, and the card beside it.
    public void writeWith(Path file, byte[] model) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, model);
        writeBeside(file);
    }

    /// Writes the card beside a model file: `tone.model` gets `tone.card.md`.
    public void writeBeside(Path model) throws IOException {
        String name = model.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        Files.writeString(model.resolveSibling(name + ".card.md"), markdown());
    }

    String markdown() {
        var text = new StringBuilder("# " + title + "\n\n" + use + "\n\n");
        text.append("- Licence: ").append(licence).append('\n');
        text.append("- Trained: ").append(date).append(", seed ").append(seed).append("\n\n");
        list(text, "Data", data);
        list(text, "Measured on held-out texts", metrics.stream().map(ModelCard::line).toList());
        list(text, "Known limits", limits);
        return text.toString().stripTrailing() + "\n";
    }

    private static String line(Score score) {
        return String.format(
                Locale.ROOT,
                "%s, %s: %.3f (%,d items)",
                score.dataSet(),
                score.metric(),
                score.value(),
                score.items());
    }

    private static void list(StringBuilder text, String title, List<String> lines) {
        text.append("## ").append(title).append("\n\n");
        lines.forEach(line -> text.append("- ").append(line).append('\n'));
        text.append('\n');
    }
}
