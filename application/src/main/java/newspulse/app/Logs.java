package newspulse.app;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.ContextInitializer;
import ch.qos.logback.core.joran.spi.JoranException;

import newspulse.config.Setting;
import newspulse.config.Settings;

import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// How the process logs. Logback begins before the settings are read, so it begins again when they
/// differ from what the environment told it.
final class Logs {
    private static final Setting<String> LOG_FORMAT =
            oneOf("LOG_FORMAT", "text", Set.of("text", "json"), "How a log line looks");
    private static final Setting<String> LOG_LEVEL =
            oneOf(
                    "LOG_LEVEL",
                    "INFO",
                    Set.of("ERROR", "WARN", "INFO", "DEBUG", "TRACE"),
                    "How much Newspulse itself logs");

    private Logs() {}

    static List<Setting<?>> settings() {
        return List.of(LOG_FORMAT, LOG_LEVEL);
    }

    static void configure(Settings settings) {
        boolean differs = false;
        for (Setting<String> setting : List.of(LOG_FORMAT, LOG_LEVEL)) {
            String value = settings.get(setting);
            boolean isKnown = value.equals(System.getenv(setting.name()));
            if (settings.isGiven(setting) && !isKnown) {
                System.setProperty(setting.name(), value);
                differs = true;
            }
        }
        if (differs) {
            var context = (LoggerContext) LoggerFactory.getILoggerFactory();
            context.reset();
            try {
                new ContextInitializer(context).autoConfig();
            } catch (JoranException e) {
                throw new IllegalStateException("logback.xml in the jar is broken", e);
            }
        }
    }

    private static Setting<String> oneOf(
            String name, String byDefault, Set<String> values, String meaning) {
        return new Setting<>(
                name,
                List.of(),
                "one of " + String.join(", ", new TreeSet<>(values)),
                byDefault,
                meaning,
                false,
                text ->
                        values.stream()
                                .filter(value -> value.equalsIgnoreCase(text))
                                .findAny()
                                .orElseThrow(() -> new IllegalArgumentException("none of them")));
    }
}
