package newspulse.provider.chain;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import newspulse.model.Part;

/// Who answered which part in the end, and who did not.
final class ChainMetrics {
    private final MeterRegistry registry;

    ChainMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /// A part that a provider was asked for in vain, and that went on to the next or stayed local.
    void fellBack(String provider, Part part) {
        count("provider_fallbacks", "Parts that a provider was asked for in vain", provider, part);
    }

    /// A part that is answered; by `local` when nobody else did.
    void answered(String provider, Part part) {
        count("provider_parts", "Parts of asked articles, by who answered them", provider, part);
    }

    private void count(String name, String description, String provider, Part part) {
        Counter.builder(name)
                .description(description)
                .tag("provider", provider)
                .tag("part", part.label())
                .register(registry)
                .increment();
    }
}
