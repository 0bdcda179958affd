package newspulse.redis;

import static org.assertj.core.api.Assertions.assertThat;

import newspulse.config.Settings;

import org.junit.jupiter.api.Test;

import java.util.Map;

class RedisConfigTest {
    @Test
    void takesTheContractsDefaults() {
        assertThat(RedisConfig.from(new Settings(Map.of())))
                .isEqualTo(new RedisConfig("localhost", 6379, 0, ""));
    }

    @Test
    void keepsItsPasswordToItself() {
        RedisConfig config =
                RedisConfig.from(
                        new Settings(
                                Map.of(
                                        "REDIS_HOST", "h",
                                        "REDIS_PORT", "1",
                                        "REDIS_DB", "2",
                                        "REDIS_PASSWORD", "hidden")));
        assertThat(config.password()).isEqualTo("hidden");
        assertThat(config).hasToString("RedisConfig[h:1/2]");
        assertThat(config.at("g", 3)).isEqualTo(new RedisConfig("g", 3, 2, "hidden"));
    }
}
