package newspulse.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;

/// The command line.
@Command(
        name = "newspulse",
        description = "Live, explained news intelligence from a stream of raw news.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.OwnVersion.class,
        subcommands = {
            UpCommand.class,
            DemoCommand.class,
            TrainCommand.class,
            EvaluateCommand.class,
            RehearseCommand.class,
            SourcesCommand.class,
            DeadLettersCommand.class
        },
        footer = {
            "",
            "Of the launcher ./newspulse only:",
            "  test          Runs every test.",
            "  bench         Measures this machine and prints a table.",
            "  bench-engine  Measures the engine alone, part by part.",
            "  bundle        Makes a tar that runs offline on any machine with a JDK 25."
        })
public final class Main implements Runnable {
    @Option(names = "--list-roles", description = "Print what a process can be, and exit.")
    private boolean listRoles;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public void run() {
        if (listRoles) {
            System.out.print(Role.table());
        } else {
            new CommandLine(new Main()).usage(System.out);
        }
    }

    /// The version as the build wrote it.
    static final class OwnVersion implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"newspulse " + Version.current()};
        }
    }
}
