package newspulse.provider.policy;

import newspulse.provider.Usage;

import java.util.concurrent.atomic.AtomicReference;

/// What the calls for one article took so far. A call under way counts as the dearest it can be;
/// what it took takes that place when it is known.
public final class Tally {
    private final AtomicReference<Usage> total = new AtomicReference<>(Usage.NONE);

    public Usage total() {
        return total.get();
    }

    void began(Usage worst) {
        total.updateAndGet(sum -> sum.plus(worst));
    }

    void ended(Usage worst, Usage actual) {
        total.updateAndGet(sum ->
                new Usage(
                        sum.inputTokens() - worst.inputTokens() + actual.inputTokens(),
                        sum.outputTokens() - worst.outputTokens() + actual.outputTokens(),
                        sum.costNanoUsd() - worst.costNanoUsd() + actual.costNanoUsd()));
    }
}
