package newspulse.producer.schedule;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.atomic.AtomicInteger;

/// Tells, once every source was asked for the first time, how many answered; and what else there is
/// to see when none did.
final class FirstRound {
    private static final Logger LOG = LoggerFactory.getLogger(FirstRound.class);

    private final int sources;
    private final AtomicInteger left;
    private final AtomicInteger failed = new AtomicInteger();

    FirstRound(int sources) {
        this.sources = sources;
        this.left = new AtomicInteger(sources);
    }

    void reached() {
        done();
    }

    void failed() {
        failed.incrementAndGet();
        done();
    }

    private void done() {
        if (left.decrementAndGet() > 0) {
            return;
        }
        if (failed.get() == sources) {
            LOG.warn(
                    "None of the {} sources could be reached. Each is tried again; to see"
                            + " Newspulse at work without a network, run ./newspulse demo",
                    sources);
        } else {
            LOG.info("{} of {} sources answered", sources - failed.get(), sources);
        }
    }
}
