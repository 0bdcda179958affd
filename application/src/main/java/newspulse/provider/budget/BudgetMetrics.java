package newspulse.provider.budget;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import newspulse.provider.budget.BudgetConfig.Ceiling;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// What is spent and what is left, as last seen in Redis, and how often nothing was.
final class BudgetMetrics {
    private static final double NANO = 1e9;

    private final List<Window> windows;
    private final Counter unknown;
    private final Counter unsettled;

    BudgetMetrics(MeterRegistry registry, BudgetConfig config) {
        windows =
                List.of(
                        Window.of("hour", config.perHour(), registry),
                        Window.of("day", config.perDay(), registry));
        unknown = refusals(registry, "unknown");
        unsettled =
                Counter.builder("provider_budget_unsettled")
                        .description("Calls whose cost could not be told, and stays at the most")
                        .register(registry);
    }

    /// Takes usd and tokens of the hour, then of the day.
    void saw(List<Long> spent) {
        for (int i = 0; i < windows.size(); i++) {
            windows.get(i).usd().set(spent.get(2 * i));
            windows.get(i).tokens().set(spent.get(2 * i + 1));
        }
    }

    void refused(int window) {
        windows.get(window).refused().increment();
    }

    void unknown() {
        unknown.increment();
    }

    void unsettled() {
        unsettled.increment();
    }

    String window(int window) {
        return windows.get(window).name();
    }

    private static Counter refusals(MeterRegistry registry, String reason) {
        return Counter.builder("provider_budget_refused")
                .description("Calls that were not made, by the ceiling that they could have passed")
                .tag("reason", reason)
                .register(registry);
    }

    private record Window(String name, AtomicLong usd, AtomicLong tokens, Counter refused) {
        static Window of(String name, Ceiling ceiling, MeterRegistry registry) {
            var window =
                    new Window(name, new AtomicLong(), new AtomicLong(), refusals(registry, name));
            gauge("provider_budget_spent_usd", name, window.usd(), 0, 1 / NANO, registry);
            gauge("provider_budget_spent_tokens", name, window.tokens(), 0, 1, registry);
            gauge(
                    "provider_budget_left_usd",
                    name,
                    window.usd(),
                    ceiling.nanoUsd(),
                    -1 / NANO,
                    registry);
            gauge(
                    "provider_budget_left_tokens",
                    name,
                    window.tokens(),
                    ceiling.tokens(),
                    -1,
                    registry);
            return window;
        }

        /// `(spent - from) * scale`.
        private static void gauge(
                String meter,
                String window,
                AtomicLong spent,
                long from,
                double scale,
                MeterRegistry registry) {
            Gauge.builder(meter, spent, now -> (now.get() - from) * scale)
                    .description("As Redis last said; calls under way count at their most")
                    .tag("window", window)
                    .strongReference(true)
                    .register(registry);
        }
    }
}
