package newspulse.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import newspulse.config.Settings;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

final class ProducerConfigTest {
    @Test
    void hasTheDefaultsOfTheContract() {
        ProducerConfig config = ProducerConfig.from(new Settings(Map.of()));
        assertThat(config.fetchInterval()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.fetchConcurrency()).isEqualTo(32);
        assertThat(config.fetchMaxBytes()).isEqualTo(32 * 1024 * 1024);
        assertThat(config.newsApi().key()).isNull();
        assertThat(config.newsApi().url()).isEqualTo(URI.create("https://newsapi.org/v2"));
        assertThat(config.newsApi().country()).isEqualTo("us");
        assertThat(config.newsApi().category()).isEqualTo("technology");
        assertThat(config.newsApi().pageSize()).isEqualTo(20);
        assertThat(config.newsApi().dailyQuota()).isEqualTo(100);
    }

    @Test
    void reportsEveryBadSettingAtOnce() {
        var settings =
                new Settings(
                        Map.of(
                                "NEWS_API_URL", "ftp://example.com",
                                "NEWS_API_COUNTRY", "usa",
                                "NEWS_API_CATEGORY", "gossip",
                                "FETCH_INTERVAL", "-1"));
        ProducerConfig read = ProducerConfig.from(settings);
        assertThat(read.newsApi().country()).isEqualTo("us");
        assertThatThrownBy(settings::check)
                .hasMessageContaining("NEWS_API_URL")
                .hasMessageContaining("NEWS_API_COUNTRY")
                .hasMessageContaining("NEWS_API_CATEGORY")
                .hasMessageContaining("FETCH_INTERVAL");
    }

    @Test
    void showsNoKey() {
        var settings = new Settings(Map.of("NEWS_API_KEY", "top-secret"));
        assertThat(ProducerConfig.from(settings).toString()).doesNotContain("top-secret");
    }
}
