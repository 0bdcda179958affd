package newspulse.provider.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import newspulse.config.ConfigurationException;
import newspulse.config.Settings;
import newspulse.provider.budget.BudgetConfig.Ceiling;
import newspulse.provider.policy.PolicyConfig;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;

class ChainConfigTest {
    @Test
    void moneyIsBoundedWhenNobodySetAnything() {
        var settings = new Settings(Map.of());
        ChainConfig config = ChainConfig.from(settings);
        settings.check();
        assertThat(config.order()).containsExactly("openai", "huggingface", "onnx");
        assertThat(config.budget().perHour()).isEqualTo(new Ceiling(1_000_000_000, 20_000_000));
        assertThat(config.budget().perDay()).isEqualTo(new Ceiling(5_000_000_000L, 100_000_000));
        assertThat(policy(config, "openai").hedgeAfter()).isEmpty();
    }

    @Test
    void eachProviderHasItsOwnLimits() {
        var settings =
                new Settings(
                        Map.of(
                                "PROVIDERS", "onnx, openai",
                                "ONNX_CONCURRENCY", "7",
                                "OPENAI_HEDGE_AFTER", "0.5",
                                "BUDGET_USD_PER_DAY", "0.25"));
        ChainConfig config = ChainConfig.from(settings);
        settings.check();
        assertThat(config.order()).containsExactly("onnx", "openai");
        assertThat(policy(config, "onnx").concurrency()).isEqualTo(7);
        PolicyConfig openai = policy(config, "openai");
        assertThat(openai.concurrency()).isEqualTo(64);
        assertThat(openai.hedgeAfter()).hasValue(Duration.ofMillis(500));
        assertThat(config.budget().perDay().nanoUsd()).isEqualTo(250_000_000);
    }

    @Test
    void namesEveryFault() {
        var settings =
                new Settings(
                        Map.of(
                                "PROVIDERS", "openia",
                                "BUDGET_USD_PER_HOUR", "-1",
                                "BUDGET_TOKENS_PER_DAY", "many",
                                "OPENAI_ATTEMPTS", "0"));
        var _ = ChainConfig.from(settings);
        assertThatThrownBy(settings::check)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("PROVIDERS")
                .hasMessageContaining("BUDGET_USD_PER_HOUR")
                .hasMessageContaining("BUDGET_TOKENS_PER_DAY")
                .hasMessageContaining("OPENAI_ATTEMPTS");
    }

    private static PolicyConfig policy(ChainConfig config, String name) {
        return Objects.requireNonNull(config.policies().get(name));
    }
}
