package newspulse.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import newspulse.config.ConfigurationException;
import newspulse.config.Settings;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;

class ApiConfigTest {
    @Test
    void hasTheContractsDefaults() {
        ApiConfig config = ApiConfig.from(new Settings(Map.of()));
        assertThat(config.maxConnections()).isEqualTo(100);
        assertThat(config.retention()).isEqualTo(Duration.ofDays(7));
        assertThat(config.allowedOrigins()).isEmpty();
    }

    @Test
    void readsOriginsAsAList() {
        var settings =
                new Settings(
                        Map.of("WS_ALLOWED_ORIGINS", "https://A.example , ,http://b.example:81"));
        assertThat(ApiConfig.from(settings).allowedOrigins())
                .containsExactlyInAnyOrder("https://a.example", "http://b.example:81");
    }

    @Test
    void tellsEveryFaultAtOnce() {
        var settings = new Settings(Map.of("WS_CONNECTIONS_MAX", "0", "WS_STALL_TIMEOUT", "soon"));
        ApiConfig.from(settings);
        assertThatThrownBy(settings::check)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("WS_CONNECTIONS_MAX")
                .hasMessageContaining("WS_STALL_TIMEOUT");
    }
}
