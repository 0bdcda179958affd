package newspulse.refiner;

import newspulse.config.Setting;
import newspulse.config.Settings;
import newspulse.provider.chain.ChainConfig;

import java.time.Duration;
import java.util.List;

/// How the refiner works.
///
/// @param group its consumer group
/// @param maxInFlight articles that are out at once
/// @param timeout for one article, every try and every provider among it
/// @param maxAge since an article came in; older ones keep their local answers
public record RefinerConfig(String group, int maxInFlight, Duration timeout, Duration maxAge) {
    static final Setting<String> REFINER_GROUP_ID =
            Setting.text("REFINER_GROUP_ID", "refiner_group", "Consumer group of the refiner");
    static final Setting<Integer> REFINER_MAX_IN_FLIGHT =
            Setting.integer(
                    "REFINER_MAX_IN_FLIGHT",
                    200,
                    1,
                    10_000,
                    "Articles that the refiner has refined at once");
    static final Setting<Duration> REFINER_MAX_AGE =
            Setting.seconds(
                    "REFINER_MAX_AGE",
                    "21600",
                    "An article that came in longer ago is not refined any more: what the refiner"
                            + " missed while it was away costs no money for old news");

    public static List<Setting<?>> settings() {
        return List.of(REFINER_GROUP_ID, REFINER_MAX_IN_FLIGHT, REFINER_MAX_AGE);
    }

    public static RefinerConfig from(Settings settings) {
        return new RefinerConfig(
                settings.get(REFINER_GROUP_ID),
                settings.get(REFINER_MAX_IN_FLIGHT),
                settings.get(ChainConfig.PROVIDER_DEADLINE),
                settings.get(REFINER_MAX_AGE));
    }
}
