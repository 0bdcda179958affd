package newspulse.provider.huggingface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import newspulse.config.ConfigurationException;
import newspulse.config.Settings;
import newspulse.model.Part;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashMap;
import java.util.Map;

final class HuggingFaceConfigTest {
    @Test
    void knowsWhereEachFormOfTheApiHasItsModels() {
        var given = new HashMap<String, String>();
        given.put("HUGGINGFACE_KEYWORDS_MODEL", "a/b");
        assertThat(config(given).address(Part.KEYWORDS))
                .hasToString(
                        "https://router.huggingface.co/hf-inference/models/a/b"
                                + "/pipeline/feature-extraction");
        given.put("HUGGINGFACE_BASE_URL", "https://api-inference.huggingface.co/");
        assertThat(config(given).address(Part.KEYWORDS))
                .hasToString(
                        "https://api-inference.huggingface.co/pipeline/feature-extraction/a/b");
        assertThat(config(given).isConfigured()).isFalse();
        given.put("HUGGINGFACE_KEYWORDS_MODEL", "http://10.0.0.5:8080/");
        assertThat(config(given).address(Part.KEYWORDS)).hasToString("http://10.0.0.5:8080");
        assertThat(config(given).isConfigured()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../secret", "a/b/c", "a b", "ftp://host/x", "http://user@host", "a//b"})
    void tellsOfAModelThatIsNeitherANameNorAnAddress(String model) {
        var settings = new Settings(Map.of("HUGGINGFACE_TOPICS_MODEL", model));
        assertThat(HuggingFaceConfig.from(settings).isConfigured()).isFalse();
        assertThatThrownBy(settings::check)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("HUGGINGFACE_TOPICS_MODEL");
    }

    private static HuggingFaceConfig config(Map<String, String> given) {
        return HuggingFaceConfig.from(new Settings(given));
    }
}
