package newspulse.provider;

import newspulse.config.Setting;

import java.math.BigDecimal;
import java.util.List;

/// Settings of prices and ceilings.
public final class UsdSetting {
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);

    private UsdSetting() {}

    /// Exact US dollars, 0 for what is free.
    public static Setting<BigDecimal> of(String name, String byDefault, String meaning) {
        return new Setting<>(
                name,
                List.of(),
                "US dollars, 0..1000000",
                byDefault,
                meaning,
                false,
                text -> {
                    BigDecimal usd = new BigDecimal(text);
                    if (usd.signum() < 0 || usd.compareTo(MOST) > 0) {
                        throw new IllegalArgumentException("out of range");
                    }
                    return usd;
                });
    }
}
