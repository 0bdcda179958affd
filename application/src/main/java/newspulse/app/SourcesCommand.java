package newspulse.app;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `newspulse sources`.
@Command(
        name = "sources",
        mixinStandardHelpOptions = true,
        description = "Looks at feeds before they are fetched for good.",
        subcommands = {SourcesCheckCommand.class, SourcesImportCommand.class})
final class SourcesCommand implements Runnable {
    @Spec private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            CommandLine.usage(spec.commandLine(), System.out);
        }
    }
}
