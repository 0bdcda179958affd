package newspulse.app;

import newspulse.config.ConfigurationException;
import newspulse.engine.LocalModels;
import newspulse.engine.files.ModelFiles;
import newspulse.model.Fault;
import newspulse.training.Catalogue;
import newspulse.training.Evaluation;
import newspulse.training.QualityReport;
import newspulse.training.Score;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `newspulse evaluate`.
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Measures the models on labelled texts that they have not seen.")
final class EvaluateCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "WHAT",
            arity = "0..*",
            description = "Of tone, subjects, entities, keywords, language (default: all).")
    private List<String> names = new ArrayList<>();

    @Option(
            names = DataSets.OPTION,
            paramLabel = "DIR",
            description = "Where the labelled texts lie.")
    private @Nullable Path dataSets;

    @Option(
            names = "--models",
            paramLabel = "DIR",
            description = "Your own model files; what is not there is taken from the application.")
    private @Nullable Path models;

    @Option(names = "--write", paramLabel = "FILE", description = "Write the report to FILE too.")
    private @Nullable Path write;

    @Override
    public Integer call() {
        return Launch.reportingFaults(() -> {
            List<Evaluation> evaluations = chosen();
            Path data = DataSets.directory(dataSets);
            var progress = ProgressBar.onStandardError();
            List<Score> scores = new ArrayList<>();
            for (Evaluation evaluation : evaluations) {
                scores.addAll(evaluation.measure(new ModelFiles("", models), data, progress));
            }
            progress.end();
            String report =
                    QualityReport.markdown(
                            LocalModels.read(Optional.ofNullable(models)).version(), scores);
            System.out.print(report);
            if (write != null) {
                Files.writeString(write, report);
            }
            return Launch.OK;
        });
    }

    private List<Evaluation> chosen() {
        if (names.isEmpty()) {
            return Catalogue.evaluations();
        }
        List<Evaluation> chosen = new ArrayList<>();
        for (String name : names) {
            chosen.add(
                    Catalogue.evaluations().stream()
                            .filter(evaluation -> evaluation.name().equals(name))
                            .findFirst()
                            .orElseThrow(() ->
                                    new ConfigurationException(
                                            List.of(
                                                    new Fault(
                                                            "WHAT",
                                                            "is nothing that can be measured",
                                                            name)))));
        }
        return chosen;
    }
}
