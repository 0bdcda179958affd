package newspulse.provider.onnx;

import newspulse.config.ConfigurationException;
import newspulse.model.Fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// The files of one model, which all exist.
///
/// @param directory whose name is the model's in metrics
record ModelFiles(Path directory) {
    private static final String MODEL = "model.onnx";
    private static final String TOKENIZER = "tokenizer.json";
    private static final String CONFIG = "config.json";
    private static final String LABELS = "labels.json";
    private static final int HASH_CHARACTERS = 16;

    ModelFiles {
        List<Fault> faults = new ArrayList<>();
        for (String name : List.of(MODEL, TOKENIZER, CONFIG)) {
            Path file = directory.resolve(name);
            if (!Files.isReadable(file) || !Files.isRegularFile(file)) {
                faults.addAll(Faults.of(file, "is missing or cannot be read").faults());
            }
        }
        if (!faults.isEmpty()) {
            throw new ConfigurationException(faults);
        }
    }

    /// The models of a directory: itself if it holds a model, else its sub-directories by name.
    ///
    /// @throws ConfigurationException with every file that is missing, or when there is no model
    static List<ModelFiles> in(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw Faults.of(directory, "is not a directory");
        }
        List<Path> found = new ArrayList<>();
        if (Files.exists(directory.resolve(MODEL)) || Files.exists(directory.resolve(CONFIG))) {
            found.add(directory);
        } else {
            try (Stream<Path> children = Files.list(directory)) {
                children.filter(Files::isDirectory)
                        .filter(child -> !child.getFileName().toString().startsWith("."))
                        .sorted()
                        .forEach(found::add);
            } catch (IOException e) {
                throw Faults.of(directory, "cannot be read: " + e);
            }
        }
        if (found.isEmpty()) {
            throw Faults.of(directory, "holds no model: there is no " + MODEL + " in or below it");
        }
        List<ModelFiles> models = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (Path one : found) {
            try {
                models.add(new ModelFiles(one));
            } catch (ConfigurationException e) {
                faults.addAll(e.faults());
            }
        }
        if (!faults.isEmpty()) {
            throw new ConfigurationException(faults);
        }
        return models;
    }

    String name() {
        return directory.toAbsolutePath().normalize().getFileName().toString();
    }

    Path model() {
        return directory.resolve(MODEL);
    }

    Path tokenizer() {
        return directory.resolve(TOKENIZER);
    }

    Path config() {
        return directory.resolve(CONFIG);
    }

    /// What the labels mean, where the model's own names do not say; need not exist.
    Path labels() {
        return directory.resolve(LABELS);
    }

    /// The first 64 bits of SHA-256 over what an answer depends on, weights in files of their own
    /// (`model.onnx_data`) included, in hexadecimal digits.
    String hash() {
        try (Stream<Path> files = Files.list(directory)) {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (Path file : files.filter(ModelFiles::counts).sorted().toList()) {
                String name = file.getFileName() + "\n" + Files.size(file) + "\n";
                sha256.update(name.getBytes(StandardCharsets.UTF_8));
                try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha256)) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
            return HexFormat.of().formatHex(sha256.digest()).substring(0, HASH_CHARACTERS);
        } catch (IOException e) {
            throw Faults.of(directory, "cannot be read: " + e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static boolean counts(Path file) {
        String name = file.getFileName().toString();
        boolean known =
                name.startsWith(MODEL)
                        || name.equals(TOKENIZER)
                        || name.equals(CONFIG)
                        || name.equals(LABELS);
        return known && Files.isRegularFile(file);
    }
}
