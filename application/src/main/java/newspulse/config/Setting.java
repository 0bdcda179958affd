package newspulse.config;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// One thing an operator can set: its name, older names, default, unit and meaning stand here and
/// nowhere else; the configuration reference and `.env.example` are generated from it.
///
/// @param name as an environment variable; in YAML also `http.port` or nested maps
/// @param aliases older names that still work; the name wins over them
/// @param defaultText the default as one would write it, or null where there is none
/// @param secret masked wherever it is shown, and readable from the file that `NAME_FILE` names
public record Setting<T>(
        String name,
        List<String> aliases,
        String type,
        @Nullable String defaultText,
        String meaning,
        boolean secret,
        Parser<T> parser) {

    /// Reads a value; what it throws becomes the fault that the operator reads.
    @FunctionalInterface
    public interface Parser<T> {
        T parse(String text) throws IllegalArgumentException;
    }

    public static Setting<String> text(String name, @Nullable String byDefault, String meaning) {
        return new Setting<>(name, List.of(), "text", byDefault, meaning, false, text -> text);
    }

    /// A key or password. The placeholder `your_api_key_here` counts as unset.
    public static Setting<String> secret(String name, String meaning) {
        return new Setting<>(name, List.of(), "secret", null, meaning, true, text -> text);
    }

    public static Setting<Integer> integer(
            String name, @Nullable Integer byDefault, int min, int max, String meaning) {
        String type = "integer, " + min + ".." + max;
        String shown = byDefault == null ? null : byDefault.toString();
        return new Setting<>(
                name,
                List.of(),
                type,
                shown,
                meaning,
                false,
                text -> {
                    int value = Integer.parseInt(text);
                    if (value < min || value > max) {
                        throw new IllegalArgumentException("out of range");
                    }
                    return value;
                });
    }

    public static Setting<Integer> port(String name, @Nullable Integer byDefault, String meaning) {
        return integer(name, byDefault, 1, 65_535, meaning);
    }

    /// Seconds, a fraction allowed, more than zero.
    public static Setting<Duration> seconds(
            String name, @Nullable String byDefault, String meaning) {
        return new Setting<>(
                name,
                List.of(),
                "seconds",
                byDefault,
                meaning,
                false,
                text -> {
                    double seconds = Double.parseDouble(text);
                    if (!(seconds > 0 && seconds <= 365 * 86_400.0)) {
                        throw new IllegalArgumentException("out of range");
                    }
                    return Duration.ofNanos(Math.round(seconds * 1e9));
                });
    }

    public static Setting<Boolean> flag(String name, boolean byDefault, String meaning) {
        return new Setting<>(
                name,
                List.of(),
                "true or false",
                Boolean.toString(byDefault),
                meaning,
                false,
                text ->
                        switch (text.toLowerCase(Locale.ROOT)) {
                            case "true", "1", "yes", "on" -> true;
                            case "false", "0", "no", "off" -> false;
                            default -> throw new IllegalArgumentException("neither");
                        });
    }

    public static Setting<Path> path(String name, String byDefault, String meaning) {
        return new Setting<>(name, List.of(), "path", byDefault, meaning, false, Path::of);
    }

    /// The same setting, also found under older names.
    public Setting<T> orOlder(String... older) {
        return new Setting<>(
                name, Arrays.asList(older), type, defaultText, meaning, secret, parser);
    }
}
