package newspulse.app;

import newspulse.config.ConfigurationException;
import newspulse.engine.files.ModelFiles;
import newspulse.model.Fault;
import newspulse.training.Catalogue;
import newspulse.training.DataSet;
import newspulse.training.Trainer;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// `newspulse train`.
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = {
            "Makes model files from labelled texts, each with a card that says what it was made of.",
            "Run with them by setting MODEL_DIR to the directory they were written to."
        })
final class TrainCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "MODEL",
            arity = "0..*",
            description = "Which models (default: all). See --list.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--data",
            paramLabel = "FILE",
            split = ",",
            description =
                    "Your own labelled files rather than those that the shipped model was made of.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = DataSets.OPTION,
            paramLabel = "DIR",
            description = "Where the data sets lie that the shipped models were made of.")
    private @Nullable Path dataSets;

    @Option(names = "--seed", defaultValue = "1", description = "Of what is drawn by lot.")
    private long seed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "models",
            description = "Where the model files go (default: models).")
    private Path out = Path.of("models");

    @Option(names = "--list", description = "Print the models and what each is made of, and exit.")
    private boolean list;

    @Override
    public Integer call() {
        return Launch.reportingFaults(() -> {
            if (list) {
                trainers().forEach(TrainCommand::print);
                return Launch.OK;
            }
            List<Trainer> trainers = chosen();
            var progress = ProgressBar.onStandardError();
            for (Trainer trainer : trainers) {
                List<Path> texts = texts(trainer);
                System.err.println(trainer.name());
                Files.createDirectories(out);
                trainer.train(texts, seed, out, progress);
                progress.end();
                System.err.println("  written to " + out.resolve(trainer.file()));
            }
            return Launch.OK;
        });
    }

    private static List<Trainer> trainers() {
        return Catalogue.trainers(new ModelFiles("", null), LocalDate.now(ZoneOffset.UTC));
    }

    private List<Trainer> chosen() {
        if (!files.isEmpty() && names.size() != 1) {
            throw fault("MODEL", "name one model to be made of --data", names.toString());
        }
        if (names.isEmpty()) {
            return trainers();
        }
        List<Trainer> chosen = new ArrayList<>();
        for (String name : names) {
            chosen.add(
                    trainers().stream()
                            .filter(trainer -> trainer.name().equals(name))
                            .findFirst()
                            .orElseThrow(() -> fault("MODEL", "is none that --list shows", name)));
        }
        return chosen;
    }

    private List<Path> texts(Trainer trainer) {
        List<Path> texts = files;
        if (texts.isEmpty()) {
            Path directory = DataSets.directory(dataSets);
            texts = trainer.dataSets().stream().map(set -> directory.resolve(set.path())).toList();
        }
        for (Path text : texts) {
            if (!Files.exists(text)) {
                throw fault(
                        files.isEmpty() ? DataSets.OPTION : "--data",
                        "there is no " + text,
                        text.toString());
            }
        }
        return texts;
    }

    private static void print(Trainer trainer) {
        System.out.println(trainer.name() + " -> " + trainer.file());
        for (DataSet set : trainer.dataSets()) {
            System.out.printf("    %s (%s): %s%n", set.name(), set.licence(), set.path());
        }
    }

    private static ConfigurationException fault(String path, String message, String rejected) {
        return new ConfigurationException(List.of(new Fault(path, message, rejected)));
    }
}
