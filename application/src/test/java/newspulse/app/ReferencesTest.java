package newspulse.app;

import static org.assertj.core.api.Assertions.assertThat;

import newspulse.config.Setting;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The generated documents fit the code. `mvn test -Dtest=ReferencesTest -Dnewspulse.write=true`
/// writes them anew.
final class ReferencesTest {
    private static final Path ROOT = Path.of("..");

    @Test
    void theConfigurationReferenceIsCurrent() throws IOException {
        requireCurrent(ROOT.resolve("docs/configuration.md"), reference());
    }

    @Test
    void theExampleEnvironmentIsCurrent() throws IOException {
        requireCurrent(ROOT.resolve(".env.example"), example());
    }

    @Test
    void everySettingHasANameOfItsOwn() {
        List<String> names =
                AllSettings.list().stream()
                        .flatMap(setting ->
                                Stream.concat(
                                        Stream.of(setting.name()), setting.aliases().stream()))
                        .toList();
        assertThat(names).doesNotHaveDuplicates();
    }

    private static void requireCurrent(Path file, String text) throws IOException {
        if (Boolean.getBoolean("newspulse.write")) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        }
        assertThat(file).hasContent(text);
    }

    private static String reference() {
        var out = new StringBuilder();
        out.append(
                """
                # Configuration

                <!-- Generated from the code: mvn test -Dtest=ReferencesTest -Dnewspulse.write=true -->

                A setting is given in the environment, in a file `.env`, or in `newspulse.yaml`, both in the working
                directory; the first of these that has it wins. In YAML `HTTP_PORT` may also be `http.port`, or nested maps.
                A name that no setting has is an error there, with the nearest that has. Every fault is told at once,
                before anything starts; `./newspulse up --check-config` tells without starting, and
                `./newspulse up --print-config` shows what holds, secrets masked. A secret can be read from a file:
                `REDIS_PASSWORD_FILE=/run/secrets/redis`. The value `your_api_key_here` counts as unset.
                """);
        AllSettings.byConcern()
                .forEach((concern, settings) -> {
                    out.append("\n## ").append(concern).append("\n\n");
                    out.append("| name | value | default | what it does |\n");
                    out.append("| --- | --- | --- | --- |\n");
                    settings.forEach(setting -> out.append(row(setting)));
                });
        return out.toString();
    }

    private static String row(Setting<?> setting) {
        String older =
                setting.aliases().isEmpty()
                        ? ""
                        : " (older: `" + String.join("`, `", setting.aliases()) + "`)";
        String byDefault = setting.defaultText() == null ? "" : "`" + setting.defaultText() + "`";
        return "| `%s`%s | %s | %s | %s |\n"
                .formatted(
                        setting.name(),
                        older,
                        setting.type(),
                        byDefault,
                        setting.meaning().replace("|", "\\|"));
    }

    private static String example() {
        var out = new StringBuilder();
        out.append(
                "# Every setting with its default. Copy to .env and take the # away from what you change.\n");
        AllSettings.byConcern()
                .forEach((concern, settings) -> {
                    out.append("\n# --- ").append(concern).append("\n");
                    for (Setting<?> setting : settings) {
                        String value = setting.defaultText() == null ? "" : setting.defaultText();
                        out.append("# ").append(setting.meaning().strip()).append("\n");
                        out.append("#")
                                .append(setting.name())
                                .append("=")
                                .append(value)
                                .append("\n");
                    }
                });
        return out.toString();
    }
}
