package newspulse.app;

import io.smallrye.config.DotEnvConfigSourceProvider;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.source.yaml.YamlConfigSource;

import newspulse.config.ConfigurationException;
import newspulse.config.NearestName;
import newspulse.config.Setting;
import newspulse.config.Settings;
import newspulse.model.Fault;

import org.eclipse.microprofile.config.spi.ConfigSource;
import org.yaml.snakeyaml.error.YAMLException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Where settings come from, the first that has one winning: the environment, `.env`,
/// `newspulse.yaml`. A name in a file that no setting has is a fault, for it is most often a typing
/// error.
final class Configuration {
    static final Path DOT_ENV = Path.of(".env");
    static final Path YAML = Path.of("newspulse.yaml");
    private static final int FROM_ENVIRONMENT = 300;
    private static final int FROM_YAML = 100;

    /// What the names of settings begin with that hold keys of sources (`key.setting`).
    private static final String SOURCE_KEYS = "SOURCE_KEY_";

    private Configuration() {}

    /// Reads the files of a directory and the environment.
    ///
    /// @throws ConfigurationException when a file cannot be read or holds an unknown name
    static Settings read(Path directory, Map<String, String> environment) {
        Set<String> known = names();
        List<ConfigSource> files = new ArrayList<>();
        try {
            Path dotEnv = directory.resolve(DOT_ENV);
            if (Files.isRegularFile(dotEnv)) {
                files.addAll(
                        DotEnvConfigSourceProvider.dotEnvSources(
                                dotEnv.toUri().toString(), Configuration.class.getClassLoader()));
            }
            Path yaml = directory.resolve(YAML);
            if (Files.isRegularFile(yaml)) {
                files.add(yaml(Files.readString(yaml)));
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException | YAMLException e) {
            throw new ConfigurationException(
                    List.of(
                            new Fault(
                                    YAML + " or " + DOT_ENV, "cannot be read: " + e.getMessage())));
        }
        List<Fault> unknown =
                files.stream().flatMap(file -> unknown(file, known).stream()).toList();
        if (!unknown.isEmpty()) {
            throw new ConfigurationException(unknown);
        }
        SmallRyeConfig config =
                new SmallRyeConfigBuilder()
                        .withSources(files.toArray(ConfigSource[]::new))
                        .withSources(new EnvConfigSource(environment, FROM_ENVIRONMENT))
                        .build();
        Map<String, String> given = new HashMap<>();
        Set<String> names = new TreeSet<>(known);
        for (String property : config.getPropertyNames()) {
            if (isSourceKey(variable(property))) {
                names.add(variable(property));
            }
        }
        for (String name : names) {
            String value = config.getConfigValue(property(name)).getValue();
            if (value != null) {
                given.put(name, value);
            }
        }
        return new Settings(given);
    }

    /// Names may be nested, dotted, or written as environment variables are.
    private static ConfigSource yaml(String text) {
        Map<String, String> named = new HashMap<>();
        new YamlConfigSource(YAML.toString(), text, FROM_YAML)
                .getProperties()
                .forEach((name, value) -> named.put(property(variable(name)), value));
        return new YamlConfigSource(YAML.toString(), named, FROM_YAML);
    }

    private static List<Fault> unknown(ConfigSource file, Set<String> known) {
        return new TreeSet<>(file.getPropertyNames())
                .stream()
                        .map(Configuration::variable)
                        .filter(name -> !known.contains(name) && !isSourceKey(name))
                        .distinct()
                        .map(name ->
                                new Fault(
                                        name,
                                        "is no setting (in "
                                                + shown(file)
                                                + "); did you mean "
                                                + NearestName.of(name, known).orElse(name)
                                                + "?"))
                        .toList();
    }

    /// Keys of sources are named by whoever writes the list of them.
    private static boolean isSourceKey(String name) {
        return name.startsWith(SOURCE_KEYS);
    }

    private static Path shown(ConfigSource file) {
        return file.getName().contains(DOT_ENV.toString()) ? DOT_ENV : YAML;
    }

    /// Every name under which a setting can be given.
    private static Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (Setting<?> setting : AllSettings.list()) {
            List<String> own = new ArrayList<>(setting.aliases());
            own.add(setting.name());
            names.addAll(own);
            if (setting.secret()) {
                own.forEach(name -> names.add(name + "_FILE"));
            }
        }
        return names;
    }

    /// `HTTP_PORT` is `http.port` in YAML.
    private static String property(String variable) {
        return variable.toLowerCase(Locale.ROOT).replace('_', '.');
    }

    private static String variable(String property) {
        return property.replace("\"", "")
                .toUpperCase(Locale.ROOT)
                .replace('.', '_')
                .replace('-', '_');
    }
}
