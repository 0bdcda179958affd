package newspulse.provider.budget;

import newspulse.config.Setting;
import newspulse.config.Settings;
import newspulse.provider.UsdSetting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// The ceilings.
///
/// @param perHour of one hour of UTC
/// @param perDay of one day of UTC
public record BudgetConfig(Ceiling perHour, Ceiling perDay) {
    private static final int NANO_DIGITS = 9;
    private static final long MOST_TOKENS = 1_000_000_000_000_000L;

    public static final Setting<BigDecimal> BUDGET_USD_PER_HOUR =
            money("BUDGET_USD_PER_HOUR", "1", "Most that calls may cost in an hour (UTC)");
    public static final Setting<BigDecimal> BUDGET_USD_PER_DAY =
            money("BUDGET_USD_PER_DAY", "5", "Most that calls may cost in a day (UTC)");
    public static final Setting<Long> BUDGET_TOKENS_PER_HOUR =
            tokens(
                    "BUDGET_TOKENS_PER_HOUR",
                    "20000000",
                    "Most tokens that calls may read and write in an hour");
    public static final Setting<Long> BUDGET_TOKENS_PER_DAY =
            tokens(
                    "BUDGET_TOKENS_PER_DAY",
                    "100000000",
                    "Most tokens that calls may read and write in a day");

    /// What may be taken while a window lasts.
    ///
    /// @param nanoUsd in billionths of a US dollar
    /// @param tokens read and written
    public record Ceiling(long nanoUsd, long tokens) {}

    public static List<Setting<?>> settings() {
        return List.of(
                BUDGET_USD_PER_HOUR,
                BUDGET_USD_PER_DAY,
                BUDGET_TOKENS_PER_HOUR,
                BUDGET_TOKENS_PER_DAY);
    }

    public static BudgetConfig from(Settings settings) {
        return new BudgetConfig(
                new Ceiling(
                        nanoUsd(settings.get(BUDGET_USD_PER_HOUR)),
                        settings.get(BUDGET_TOKENS_PER_HOUR)),
                new Ceiling(
                        nanoUsd(settings.get(BUDGET_USD_PER_DAY)),
                        settings.get(BUDGET_TOKENS_PER_DAY)));
    }

    private static Setting<BigDecimal> money(String name, String byDefault, String meaning) {
        return UsdSetting.of(
                name, byDefault, meaning + ", of all replicas together; 0: no paid calls");
    }

    private static long nanoUsd(BigDecimal usd) {
        return usd.movePointRight(NANO_DIGITS).setScale(0, RoundingMode.DOWN).longValueExact();
    }

    private static Setting<Long> tokens(String name, String byDefault, String meaning) {
        return new Setting<>(
                name,
                List.of(),
                "integer, 0.." + MOST_TOKENS,
                byDefault,
                meaning + ", of all replicas together",
                false,
                text -> {
                    long tokens = Long.parseLong(text);
                    if (tokens < 0 || tokens > MOST_TOKENS) {
                        throw new IllegalArgumentException("out of range");
                    }
                    return tokens;
                });
    }
}
