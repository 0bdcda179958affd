package newspulse.provider.chain;

import newspulse.config.Setting;
import newspulse.config.Settings;
import newspulse.model.Fault;
import newspulse.provider.budget.BudgetConfig;
import newspulse.provider.policy.PolicyConfig;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Who is asked, in which order, and how it is bounded.
///
/// @param order names of providers, the preferred first; those that are not set up are passed over
/// @param deadline the most that one article may take
/// @param cacheKept how long an answer is good for
/// @param policies by name, for each of `order`
public record ChainConfig(
        List<String> order,
        Duration deadline,
        Duration cacheKept,
        Map<String, PolicyConfig> policies,
        BudgetConfig budget) {
    /// The providers there can be.
    public static final List<String> NAMES = List.of("openai", "huggingface", "onnx");

    public static final Setting<String> PROVIDERS =
            Setting.text(
                    "PROVIDERS",
                    String.join(",", NAMES),
                    "Providers in order of preference, for each part the first that answers it;"
                            + " those that are not set up are passed over");
    public static final Setting<Duration> PROVIDER_DEADLINE =
            Setting.seconds(
                    "PROVIDER_DEADLINE",
                    "10",
                    "The most that asking the providers about one article may take, retries and"
                            + " fallback among it");
    public static final Setting<Duration> PROVIDER_CACHE_TTL =
            Setting.seconds(
                    "PROVIDER_CACHE_TTL",
                    "604800",
                    "How long an answer is given again for the same text, provider and model");

    public ChainConfig {
        order = List.copyOf(order);
        policies = Map.copyOf(policies);
    }

    public static List<Setting<?>> settings() {
        List<Setting<?>> all =
                new ArrayList<>(List.of(PROVIDERS, PROVIDER_DEADLINE, PROVIDER_CACHE_TTL));
        all.addAll(BudgetConfig.settings());
        NAMES.forEach(name -> all.addAll(PolicyConfig.settings(name)));
        return List.copyOf(all);
    }

    public static ChainConfig from(Settings settings) {
        String given = settings.get(PROVIDERS);
        List<String> order =
                Arrays.stream(given.split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .toList();
        if (!NAMES.containsAll(order)) {
            settings.reject(
                    new Fault(
                            PROVIDERS.name(),
                            "must be a list of " + String.join(", ", NAMES),
                            given));
        }
        Map<String, PolicyConfig> policies = new TreeMap<>();
        for (String name : NAMES) {
            policies.put(name, PolicyConfig.from(name, settings));
        }
        return new ChainConfig(
                order,
                settings.get(PROVIDER_DEADLINE),
                settings.get(PROVIDER_CACHE_TTL),
                policies,
                BudgetConfig.from(settings));
    }
}
