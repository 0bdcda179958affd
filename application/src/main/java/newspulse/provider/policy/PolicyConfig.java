package newspulse.provider.policy;

import newspulse.config.Setting;
import newspulse.config.Settings;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The limits of one provider.
///
/// @param concurrency calls under way at a time
/// @param requestsPerMinute 0 for no limit
/// @param tokensPerMinute 0 for no limit
/// @param attempts tries of a call, the first among them
/// @param tryTimeout for one try
/// @param hedgeAfter after which a second try is made beside the first; empty for never
/// @param breakerFailures percent of failed calls at which the breaker opens
/// @param breakerCalls the calls that the percentage is of
/// @param breakerPause how long it stays open before it lets a few calls probe
/// @param cached whether answers are kept
public record PolicyConfig(
        int concurrency,
        int requestsPerMinute,
        int tokensPerMinute,
        int attempts,
        Duration tryTimeout,
        Optional<Duration> hedgeAfter,
        int breakerFailures,
        int breakerCalls,
        Duration breakerPause,
        boolean cached) {

    /// What a provider is given that nobody has set anything for.
    private record Defaults(int concurrency, int requests, int tokens, boolean cached) {
        static Defaults of(String provider) {
            return switch (provider) {
                case "openai" -> new Defaults(64, 500, 200_000, true);
                case "onnx" -> new Defaults(256, 0, 0, false);
                default -> new Defaults(32, 300, 0, true);
            };
        }
    }

    /// One provider's settings, by name.
    private record Names(String provider) {
        Setting<Integer> concurrency() {
            return integer(
                    "CONCURRENCY",
                    Defaults.of(provider).concurrency(),
                    1,
                    10_000,
                    "Calls under way at a time");
        }

        Setting<Integer> requests() {
            return integer(
                    "REQUESTS_PER_MINUTE",
                    Defaults.of(provider).requests(),
                    0,
                    Integer.MAX_VALUE,
                    "Calls begun in a minute, of one process; 0: no limit");
        }

        Setting<Integer> tokens() {
            return integer(
                    "TOKENS_PER_MINUTE",
                    Defaults.of(provider).tokens(),
                    0,
                    Integer.MAX_VALUE,
                    "Tokens read and written in a minute, of one process; 0: no limit");
        }

        Setting<Integer> attempts() {
            return integer("ATTEMPTS", 3, 1, 10, "Tries of a call, the first among them");
        }

        Setting<Duration> tryTimeout() {
            return Setting.seconds(name("TRY_TIMEOUT"), "5", "How long one try may take");
        }

        Setting<Duration> hedgeAfter() {
            return Setting.seconds(
                    name("HEDGE_AFTER"),
                    null,
                    "After which time a second try is made beside the first, and paid for too;"
                            + " never when unset");
        }

        Setting<Integer> breakerFailures() {
            return integer(
                    "BREAKER_FAILURES",
                    50,
                    1,
                    100,
                    "Percent of calls that fail at which no more are made for a while");
        }

        Setting<Integer> breakerCalls() {
            return integer("BREAKER_CALLS", 10, 1, 10_000, "The last calls that it is percent of");
        }

        Setting<Duration> breakerPause() {
            return Setting.seconds(
                    name("BREAKER_PAUSE"),
                    "5",
                    "How long no calls are made then, before a few try whether it is back");
        }

        Setting<Boolean> cached() {
            return Setting.flag(
                    name("CACHE"),
                    Defaults.of(provider).cached(),
                    "Whether its answers are kept for the same text");
        }

        private Setting<Integer> integer(
                String what, int byDefault, int min, int max, String meaning) {
            return Setting.integer(name(what), byDefault, min, max, meaning);
        }

        private String name(String what) {
            return provider.toUpperCase(Locale.ROOT) + "_" + what;
        }
    }

    /// The settings of the provider of that name.
    public static List<Setting<?>> settings(String provider) {
        var names = new Names(provider);
        return List.of(
                names.concurrency(),
                names.requests(),
                names.tokens(),
                names.attempts(),
                names.tryTimeout(),
                names.hedgeAfter(),
                names.breakerFailures(),
                names.breakerCalls(),
                names.breakerPause(),
                names.cached());
    }

    public static PolicyConfig from(String provider, Settings settings) {
        var names = new Names(provider);
        return new PolicyConfig(
                settings.get(names.concurrency()),
                settings.get(names.requests()),
                settings.get(names.tokens()),
                settings.get(names.attempts()),
                settings.get(names.tryTimeout()),
                settings.optional(names.hedgeAfter()),
                settings.get(names.breakerFailures()),
                settings.get(names.breakerCalls()),
                settings.get(names.breakerPause()),
                settings.get(names.cached()));
    }
}
