package newspulse.producer.feed;

import org.jsoup.nodes.Element;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/// How often a feed says that it changes: `ttl` (RSS 2.0, in minutes), or `sy:updatePeriod` and
/// `sy:updateFrequency` (RSS 1.0 module "Syndication").
final class UpdateHint {
    private static final Duration LONGEST = Duration.ofDays(1);

    private static final Map<String, Duration> PERIODS =
            Map.of(
                    "hourly", Duration.ofHours(1),
                    "daily", LONGEST,
                    "weekly", LONGEST,
                    "monthly", LONGEST,
                    "yearly", LONGEST);

    private UpdateHint() {}

    /// What the head of a feed says, a day at most; zero where it says nothing usable.
    static Duration of(Element head) {
        Duration ttl = Duration.ZERO;
        Duration period = Duration.ZERO;
        int frequency = 1;
        for (Element child : head.children()) {
            String name = XmlNames.of(child);
            switch (name) {
                case "ttl" -> ttl = Duration.ofMinutes(number(child));
                case "sy:updateperiod" ->
                        period =
                                PERIODS.getOrDefault(
                                        XmlText.plain(child).strip().toLowerCase(Locale.ROOT),
                                        Duration.ZERO);
                case "sy:updatefrequency" -> frequency = Math.max(1, number(child));
                default -> {}
            }
        }
        Duration told = ttl.isZero() ? period.dividedBy(frequency) : ttl;
        return told.compareTo(LONGEST) > 0 ? LONGEST : told;
    }

    private static int number(Element element) {
        String text = XmlText.plain(element).strip();
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }
}
