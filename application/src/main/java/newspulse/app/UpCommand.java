package newspulse.app;

import newspulse.config.ConfigurationException;
import newspulse.config.Setting;
import newspulse.config.Settings;
import newspulse.model.Fault;
import newspulse.producer.replay.Replay;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;

/// `newspulse up`.
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Starts roles of this system; all of them unless told otherwise.")
final class UpCommand implements Callable<Integer> {
    @Option(
            names = "--roles",
            paramLabel = "ROLE[,ROLE...]",
            defaultValue = Role.ALL,
            description = "What this process is (default: all). See --list-roles.")
    private String roles = Role.ALL;

    @Option(
            names = "--replay",
            paramLabel = "FILE",
            description =
                    "Play a file of articles, one JSON object a line, instead of asking sources.")
    private @Nullable Path replay;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Articles a second of the replay (default: as fast as they are taken).")
    private @Nullable Double rate;

    @Option(
            names = "--loop",
            description =
                    "Play the file again and again, each pass as new articles (ids end in ~2, ~3 ...).")
    private boolean loop;

    @Option(names = "--check-config", description = "Check the configuration, and exit.")
    private boolean checkConfig;

    @Option(
            names = "--print-config",
            description = "Print the configuration that holds, secrets masked, and exit.")
    private boolean printConfig;

    @Option(names = "--list-roles", description = "Print what a process can be, and exit.")
    private boolean listRoles;

    @Override
    public Integer call() {
        if (listRoles) {
            System.out.print(Role.table());
            return Launch.OK;
        }
        return Launch.reportingFaults(() -> {
            Settings settings = Launch.settings(Map.of());
            if (printConfig) {
                print(settings);
                return Launch.OK;
            }
            if (checkConfig) {
                System.out.println("The configuration is fine.");
                return Launch.OK;
            }
            return Launch.run(settings, Role.parse(roles), feed());
        });
    }

    private Feed feed() {
        if (replay == null) {
            if (rate != null || loop) {
                throw new ConfigurationException(
                        List.of(new Fault(rate == null ? "--loop" : "--rate", "needs --replay")));
            }
            return new Feed.Sources();
        }
        if (!Files.isReadable(replay) || Files.isDirectory(replay)) {
            throw new ConfigurationException(
                    List.of(new Fault("--replay", "is no readable file", replay.toString())));
        }
        if (rate != null && !(rate > 0 && rate <= Replay.MAX_RATE)) {
            throw new ConfigurationException(
                    List.of(
                            new Fault(
                                    "--rate",
                                    "must be more than 0 and at most " + (long) Replay.MAX_RATE,
                                    rate.toString())));
        }
        return new Feed.File(
                new Replay(
                        replay,
                        rate == null ? OptionalDouble.empty() : OptionalDouble.of(rate),
                        loop));
    }

    private static void print(Settings settings) {
        AllSettings.byConcern()
                .forEach((concern, list) -> {
                    System.out.println("# " + concern);
                    for (Setting<?> setting : list) {
                        System.out.println(
                                setting.name()
                                        + "="
                                        + settings.shown(setting)
                                        + (settings.isGiven(setting) ? "" : "    # default"));
                    }
                    System.out.println();
                });
    }
}
