package newspulse.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import newspulse.config.ConfigurationException;
import newspulse.config.Setting;
import newspulse.config.Settings;
import newspulse.http.HttpConfig;
import newspulse.kafka.KafkaConfig;
import newspulse.model.Fault;
import newspulse.redis.RedisConfig;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;

final class ConfigurationTest {
    @TempDir Path directory;

    @Test
    void theEnvironmentWinsOverTheFilesAndDotEnvOverYaml() throws IOException {
        Files.writeString(
                directory.resolve("newspulse.yaml"),
                "http:\n  port: 1001\n  host: 10.0.0.1\nredis.port: 1002\nREDIS_DB: 3\n");
        Files.writeString(directory.resolve(".env"), "HTTP_PORT=2001\nREDIS_PORT=2002\n");
        Settings settings = Configuration.read(directory, Map.of("HTTP_PORT", "3001"));
        assertThat(settings.get(HttpConfig.HTTP_PORT)).isEqualTo(3001);
        assertThat(settings.get(RedisConfig.REDIS_PORT)).isEqualTo(2002);
        assertThat(settings.get(HttpConfig.HTTP_HOST)).isEqualTo("10.0.0.1");
        assertThat(settings.get(RedisConfig.REDIS_DB)).isEqualTo(3);
    }

    @Test
    void keysOfSourcesAreTakenUnderAnyNameWithTheirPrefix() throws IOException {
        Path file = Files.writeString(directory.resolve("key"), "from a file\n");
        Files.writeString(directory.resolve(".env"), "SOURCE_KEY_ONE=first\n");
        Settings settings =
                Configuration.read(
                        directory,
                        Map.of("SOURCE_KEY_TWO_FILE", file.toString(), "OTHER_KEY", "not ours"));
        assertThat(secret(settings, "SOURCE_KEY_ONE")).hasValue("first");
        assertThat(secret(settings, "SOURCE_KEY_TWO")).hasValue("from a file");
        assertThat(secret(settings, "OTHER_KEY")).isEmpty();
    }

    private static Optional<String> secret(Settings settings, String name) {
        return settings.optional(Setting.secret(name, "a key"));
    }

    @Test
    void olderNamesWorkAndTheNewOneWins() {
        assertThat(
                        Configuration.read(directory, Map.of("KAFKA_TOPIC", "old"))
                                .get(KafkaConfig.KAFKA_INPUT_TOPIC))
                .isEqualTo("old");
        assertThat(
                        Configuration.read(
                                        directory,
                                        Map.of("KAFKA_TOPIC", "old", "KAFKA_INPUT_TOPIC", "new"))
                                .get(KafkaConfig.KAFKA_INPUT_TOPIC))
                .isEqualTo("new");
    }

    @Test
    void everyUnknownNameOfAFileIsToldWithTheNearestKnownOne() throws IOException {
        Files.writeString(directory.resolve(".env"), "HTTP_PRT=1\nREDIS_HOTS=x\n");
        ConfigurationException refused =
                catchThrowableOfType(
                        ConfigurationException.class,
                        () -> Configuration.read(directory, Map.of()));
        assertThat(refused.faults())
                .extracting(Fault::toString)
                .anySatisfy(fault -> assertThat(fault).contains("HTTP_PRT").contains("HTTP_PORT"))
                .anySatisfy(
                        fault -> assertThat(fault).contains("REDIS_HOTS").contains("REDIS_HOST"))
                .hasSize(2);
    }

    @Test
    void everyBadValueIsToldAtOnce() {
        Settings settings =
                Configuration.read(
                        directory,
                        Map.of(
                                "HTTP_PORT",
                                "many",
                                "FETCH_INTERVAL",
                                "-1",
                                "KAFKA_PARTITIONS",
                                "0"));
        AllSettings.list().forEach(settings::optional);
        ConfigurationException refused =
                catchThrowableOfType(ConfigurationException.class, settings::check);
        assertThat(refused.faults())
                .extracting(Fault::path)
                .contains("HTTP_PORT", "FETCH_INTERVAL", "KAFKA_PARTITIONS");
    }

    @Test
    void secretsComeFromFilesAndAreNeverShown() throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "hush\n");
        Settings settings =
                Configuration.read(directory, Map.of("REDIS_PASSWORD_FILE", secret.toString()));
        assertThat(settings.get(RedisConfig.REDIS_PASSWORD)).isEqualTo("hush");
        assertThat(settings.shown(RedisConfig.REDIS_PASSWORD)).doesNotContain("hush");
    }

    @Test
    void aPlaceholderCountsAsUnset() {
        Settings settings =
                Configuration.read(directory, Map.of("NEWS_API_KEY", "your_api_key_here"));
        assertThat(
                        AllSettings.list().stream()
                                .filter(setting -> setting.name().equals("NEWS_API_KEY"))
                                .anyMatch(settings::isGiven))
                .isFalse();
    }

    @Test
    void rolesAreReadAndEveryWrongOneIsTold() {
        assertThat(Role.parse("all")).isEqualTo(EnumSet.allOf(Role.class));
        assertThat(Role.parse("stream, api")).containsExactly(Role.STREAM, Role.API);
        ConfigurationException refused =
                catchThrowableOfType(
                        ConfigurationException.class, () -> Role.parse("streem,api,ap"));
        assertThat(refused.faults()).hasSize(2);
        assertThat(refused).hasMessageContaining("stream").hasMessageContaining("api");
    }
}
