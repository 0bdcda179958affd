package newspulse.app;

import newspulse.config.ConfigurationException;
import newspulse.config.Settings;
import newspulse.deadletter.DeadLetters;
import newspulse.deadletter.LetterFilter;
import newspulse.deadletter.LetterJson;
import newspulse.embedded.DataDirectory;
import newspulse.embedded.EmbeddedConfig;
import newspulse.kafka.KafkaConfig;
import newspulse.model.Fault;

import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// `newspulse dead-letters`.
@Command(
        name = "dead-letters",
        mixinStandardHelpOptions = true,
        description = {
            "Looks through what could not be processed, and gives it another chance.",
            "It talks to the brokers of KAFKA_BOOTSTRAP_SERVERS, or else to what runs in DATA_DIR."
        })
final class DeadLettersCommand implements Runnable {
    private static final int LIMIT = 50;
    private static final String STDOUT = "-";

    @Spec private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            CommandLine.usage(spec.commandLine(), System.out);
        }
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Prints the newest letters, and how many there are by code.")
    int list(
            @Mixin LetterOptions options,
            @Option(
                            names = "--limit",
                            paramLabel = "N",
                            defaultValue = "" + LIMIT,
                            description = "So many at most (default: ${DEFAULT-VALUE}).")
                    int limit) {
        return with((letters, now) -> {
            var table = new LetterTable(Math.max(1, limit), letters.replayed());
            letters.read(options.filter(now), table::add);
            System.out.print(table);
            return Launch.OK;
        });
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Prints letters whole: every header, and the bytes as text.")
    int show(@Mixin LetterOptions options) {
        return with((letters, now) -> {
            LetterFilter filter = narrow(options.filter(now), false);
            letters.read(filter, letter -> System.out.print(LetterPage.of(letter)));
            return Launch.OK;
        });
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = {
                "Sends letters back to where articles come in, with the time at which they first came.",
                "None is sent twice. One that fails again is a new letter."
            })
    int replay(
            @Mixin LetterOptions options,
            @Option(names = "--all", description = "Every letter, without a condition.")
                    boolean all,
            @Option(names = "--dry-run", description = "Only print which would be sent.")
                    boolean dryRun) {
        return with((letters, now) -> {
            LetterFilter filter = narrow(options.filter(now), all);
            var table = new LetterTable(LIMIT, Set.of());
            if (dryRun) {
                var replayed = letters.replayed();
                letters.read(
                        filter,
                        letter -> {
                            if (!replayed.contains(letter.position())) {
                                table.add(letter);
                            }
                        });
                System.out.print(table + "would be sent back; nothing was.\n");
            } else {
                int count = letters.replay(filter, table::add);
                System.out.print(table + "%d sent back.%n".formatted(count));
            }
            return Launch.OK;
        });
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Writes letters to a file, one JSON object a line.")
    int export(
            @Mixin LetterOptions options,
            @Option(
                            names = "--to",
                            paramLabel = "FILE",
                            required = true,
                            description = "A new file, or - for standard output.")
                    String file) {
        return with((letters, now) -> {
            LetterFilter filter = options.filter(now);
            var replayed = letters.replayed();
            try (OutputStream out = open(file)) {
                letters.read(
                        filter,
                        letter -> {
                            out.write(
                                    LetterJson.line(letter, replayed.contains(letter.position())));
                        });
            }
            return Launch.OK;
        });
    }

    private interface Work {
        int on(DeadLetters letters, Instant now) throws IOException;
    }

    private static int with(Work work) {
        return Launch.reportingFaults(() -> {
            KafkaConfig kafka = kafka(Launch.settings(Map.of()));
            try (var letters = new DeadLetters(kafka)) {
                return work.on(letters, Instant.now());
            } catch (KafkaException e) {
                throw new IOException(
                        "the brokers at %s: %s".formatted(kafka.bootstrapServers(), e.getMessage()),
                        e);
            }
        });
    }

    private static KafkaConfig kafka(Settings settings) {
        if (settings.isGiven(KafkaConfig.KAFKA_BOOTSTRAP_SERVERS)) {
            return KafkaConfig.from(settings);
        }
        Path data = EmbeddedConfig.from(settings).dataDirectory();
        return DataDirectory.announced(data)
                .filter(running -> ProcessHandle.of(running.pid()).isPresent())
                .map(DataDirectory.Running::kafka)
                .map(address -> KafkaConfig.embedded(settings, address))
                .orElseThrow(() ->
                        fault(
                                KafkaConfig.KAFKA_BOOTSTRAP_SERVERS.name(),
                                "is not set, and nothing runs in DATA_DIR",
                                data.toString()));
    }

    private static LetterFilter narrow(LetterFilter filter, boolean all) {
        if (filter.isOpen() && !all) {
            throw fault(
                    "dead-letters", "which? Name positions or conditions (replay takes --all)", "");
        }
        return filter;
    }

    private static OutputStream open(String file) throws IOException {
        return file.equals(STDOUT)
                ? new PrintStream(System.out, false)
                : Files.newOutputStream(Path.of(file), StandardOpenOption.CREATE_NEW);
    }

    private static ConfigurationException fault(String path, String rule, String given) {
        return new ConfigurationException(List.of(new Fault(path, rule, given)));
    }
}
