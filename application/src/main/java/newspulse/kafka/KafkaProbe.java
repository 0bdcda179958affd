package newspulse.kafka;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Asks the brokers now whether they serve.
public final class KafkaProbe {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaProbe.class);

    private final Admin admin;
    private final String address;
    private boolean answering = true;

    /// @param address the brokers, for people
    public KafkaProbe(Admin admin, String address) {
        this.admin = admin;
        this.address = address;
    }

    /// Whether a broker answered within the patience; so never ask from an event loop. A change is
    /// logged.
    public synchronized boolean answersWithin(Duration patience) {
        boolean answers = ask(patience);
        if (!answers && answering) {
            LOG.warn("Kafka at {} does not answer", address);
        } else if (answers && !answering) {
            LOG.info("Kafka at {} answers again", address);
        }
        answering = answers;
        return answers;
    }

    private boolean ask(Duration patience) {
        int patienceMs = Math.toIntExact(patience.toMillis());
        try {
            admin.describeCluster(new DescribeClusterOptions().timeoutMs(patienceMs))
                    .clusterId()
                    .get(patienceMs, TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
