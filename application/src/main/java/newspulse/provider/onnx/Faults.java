package newspulse.provider.onnx;

import newspulse.config.ConfigurationException;
import newspulse.model.Fault;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;

/// What is wrong with the files of a model, said with the file and the field.
final class Faults {
    private Faults() {}

    static ConfigurationException of(Path file, String message) {
        return exception(path(file), message, null);
    }

    static ConfigurationException of(
            Path file, String field, String message, @Nullable String got) {
        return exception(path(file) + ": " + field, message, got);
    }

    static ConfigurationException setting(String name, String message, @Nullable String got) {
        return exception(name, message, got);
    }

    private static String path(Path file) {
        return OnnxConfig.ONNX_MODEL_DIR.name() + ": " + file;
    }

    private static ConfigurationException exception(
            String path, String message, @Nullable String got) {
        return new ConfigurationException(List.of(new Fault(path, message, got)));
    }
}
