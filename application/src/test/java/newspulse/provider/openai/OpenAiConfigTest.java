package newspulse.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import newspulse.config.ConfigurationException;
import newspulse.config.Settings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

final class OpenAiConfigTest {
    @Test
    void isConfiguredByAModelAndWhereItIsOpenAiByAKey() {
        assertThat(config(Map.of("OPENAI_API_KEY", "k")).isConfigured()).isFalse();
        assertThat(config(Map.of("OPENAI_MODEL", "m")).isConfigured()).isFalse();
        assertThat(
                        config(
                                        Map.of(
                                                "OPENAI_MODEL", "m",
                                                "OPENAI_API_KEY", "your_api_key_here"))
                                .isConfigured())
                .isFalse();
        assertThat(
                        config(
                                        Map.of(
                                                "OPENAI_MODEL", "m",
                                                "OPENAI_BASE_URL", "http://localhost:11434/v1/"))
                                .isConfigured())
                .isTrue();
        OpenAiConfig real = config(Map.of("OPENAI_MODEL", "m", "OPENAI_API_KEY", "k-1"));
        assertThat(real.isConfigured()).isTrue();
        assertThat(real.outputLimitField()).isEqualTo("max_completion_tokens");
        assertThat(real).hasToString("OpenAiConfig[https://api.openai.com/v1, m]");
    }

    @Test
    void readsTheKeyFromAFileAndTellsOfOneThatIsNoneWithoutShowingIt(@TempDir Path directory)
            throws Exception {
        Path file = Files.writeString(directory.resolve("key"), "sk-of-a-file\n");
        var given = new Settings(Map.of("OPENAI_API_KEY_FILE", file.toString()));
        assertThat(OpenAiConfig.from(given).key()).isEqualTo("sk-of-a-file");
        Files.writeString(file, "sk-one\nsk-two\n");
        assertThat(OpenAiConfig.from(given).key()).isNull();
        assertThatThrownBy(given::check)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("OPENAI_API_KEY")
                .hasMessageNotContaining("sk-");
    }

    private static OpenAiConfig config(Map<String, String> given) {
        return OpenAiConfig.from(new Settings(given));
    }
}
