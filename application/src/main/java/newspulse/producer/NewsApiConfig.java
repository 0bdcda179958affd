package newspulse.producer;

import newspulse.config.Setting;
import newspulse.config.Settings;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What an operator can set about NewsAPI (newsapi.org). Without a key it is not asked.
public record NewsApiConfig(
        @Nullable String key,
        URI url,
        String country,
        String category,
        int pageSize,
        int maxPages,
        int dailyQuota) {

    public static final Setting<String> NEWS_API_KEY =
            Setting.secret(
                    "NEWS_API_KEY", "The key of newsapi.org; without it NewsAPI is not asked.");
    public static final Setting<URI> NEWS_API_URL =
            new Setting<>(
                    "NEWS_API_URL",
                    List.of(),
                    "http(s) address",
                    "https://newsapi.org/v2",
                    "Where NewsAPI is.",
                    false,
                    NewsApiConfig::address);
    public static final Setting<String> NEWS_API_COUNTRY =
            new Setting<>(
                    "NEWS_API_COUNTRY",
                    List.of(),
                    "two letters (ISO 3166-1)",
                    "us",
                    "The country whose top headlines are asked for.",
                    false,
                    NewsApiConfig::country);
    public static final Setting<String> NEWS_API_CATEGORY =
            new Setting<>(
                    "NEWS_API_CATEGORY",
                    List.of(),
                    "business, entertainment, general, health, science, sports or technology",
                    "technology",
                    "The category of top headlines that is asked for.",
                    false,
                    NewsApiConfig::category);
    public static final Setting<Integer> NEWS_API_PAGE_SIZE =
            Setting.integer("NEWS_API_PAGE_SIZE", 20, 1, 100, "Articles on each page.");
    public static final Setting<Integer> NEWS_API_MAX_PAGES =
            Setting.integer("NEWS_API_MAX_PAGES", 1, 1, 100, "Pages asked for in each round.");
    public static final Setting<Integer> NEWS_API_DAILY_QUOTA =
            Setting.integer(
                    "NEWS_API_DAILY_QUOTA",
                    100,
                    1,
                    10_000_000,
                    "Requests that the key may make in a day (UTC). They are spread over the day:"
                            + " NewsAPI is asked less often than FETCH_INTERVAL when they would"
                            + " not last otherwise.");

    private static final Set<String> CATEGORIES =
            Set.of(
                    "business",
                    "entertainment",
                    "general",
                    "health",
                    "science",
                    "sports",
                    "technology");

    public static List<Setting<?>> settings() {
        return List.of(
                NEWS_API_KEY,
                NEWS_API_URL,
                NEWS_API_COUNTRY,
                NEWS_API_CATEGORY,
                NEWS_API_PAGE_SIZE,
                NEWS_API_MAX_PAGES,
                NEWS_API_DAILY_QUOTA);
    }

    public static NewsApiConfig from(Settings settings) {
        return new NewsApiConfig(
                settings.optional(NEWS_API_KEY).orElse(null),
                settings.get(NEWS_API_URL),
                settings.get(NEWS_API_COUNTRY),
                settings.get(NEWS_API_CATEGORY),
                settings.get(NEWS_API_PAGE_SIZE),
                settings.get(NEWS_API_MAX_PAGES),
                settings.get(NEWS_API_DAILY_QUOTA));
    }

    /// Everything but the key.
    @Override
    public String toString() {
        return "NewsApiConfig[key=%s, url=%s, country=%s, category=%s]"
                .formatted(key == null ? "none" : "********", url, country, category);
    }

    private static URI address(String text) {
        URI address = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        String scheme = address.getScheme();
        boolean web = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
        if (!web || address.getHost() == null) {
            throw new IllegalArgumentException("not a web address");
        }
        return address;
    }

    private static String country(String text) {
        if (!text.matches("[A-Za-z]{2}")) {
            throw new IllegalArgumentException("not two letters");
        }
        return text.toLowerCase(Locale.ROOT);
    }

    private static String category(String text) {
        String category = text.toLowerCase(Locale.ROOT);
        if (!CATEGORIES.contains(category)) {
            throw new IllegalArgumentException("no such category");
        }
        return category;
    }
}
