package newspulse.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// What `logback.xml` makes of events.
class LogLinesTest {
    @Test
    void writeOneLineAnEventWhateverItSays() {
        List<String> lines = logged(Map.of(), "first\r\nsecond\u001b[31m");
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst()).contains("INFO  Example").contains("first second");
    }

    @Test
    void writeJsonWhenAskedTo() {
        List<String> lines = logged(Map.of("LOG_FORMAT", "json"), "first\nsecond");
        assertThat(lines).hasSize(1);
        JsonNode event = new JsonMapper().readTree(lines.getFirst());
        assertThat(event.get("level").asString()).isEqualTo("INFO");
        assertThat(event.get("loggerName").asString()).isEqualTo("newspulse.Example");
        assertThat(event.get("formattedMessage").asString()).isEqualTo("first\nsecond");
        assertThat(event.has("arguments")).isFalse();
    }

    @Test
    void fallBackToTextForAFormatNobodyKnows() {
        assertThat(logged(Map.of("LOG_FORMAT", "xml"), "said")).hasSize(1);
    }

    @Test
    void heedTheLevel() {
        assertThat(logged(Map.of("LOG_LEVEL", "INFO"), "said")).hasSize(1);
        assertThat(logged(Map.of("LOG_LEVEL", "WARN"), "said")).isEmpty();
    }

    private static List<String> logged(Map<String, String> properties, String message) {
        PrintStream before = System.out;
        ByteArrayOutputStream captured = new ByteArrayOutputStream();
        System.setOut(new PrintStream(captured, true, StandardCharsets.UTF_8));
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        try {
            properties.forEach(context::putProperty);
            JoranConfigurator configurator = new JoranConfigurator();
            configurator.setContext(context);
            configurator.doConfigure(LogLinesTest.class.getResource("/logback.xml"));
            context.getLogger("newspulse.Example").info("{}", message);
            context.getLogger("kafka.Example").info("not told");
        } catch (JoranException e) {
            throw new IllegalStateException(e);
        } finally {
            context.stop();
            System.setOut(before);
        }
        return captured.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
