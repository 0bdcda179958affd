package newspulse.app;

import newspulse.config.ConfigurationException;
import newspulse.model.Fault;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Where the labelled texts of others lie that models are made of and measured on. None of them
/// comes with the application.
final class DataSets {
    static final String OPTION = "--data-sets";
    static final String SHARED = "NEWSPULSE_SHARED";

    private DataSets() {}

    /// The directory.
    ///
    /// @param given on the command line; where nothing was, `data` below what `NEWSPULSE_SHARED`
    ///   names
    static Path directory(@Nullable Path given) {
        Path directory = given;
        String shared = System.getenv(SHARED);
        if (directory == null && shared != null) {
            directory = Path.of(shared, "data");
        }
        if (directory == null) {
            throw fault("is needed, or a directory in " + SHARED, "");
        }
        if (!Files.isDirectory(directory)) {
            throw fault("is no directory", directory.toString());
        }
        return directory;
    }

    private static ConfigurationException fault(String message, String rejected) {
        return new ConfigurationException(List.of(new Fault(OPTION, message, rejected)));
    }
}
