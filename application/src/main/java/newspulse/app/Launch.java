package newspulse.app;

import newspulse.config.ConfigurationException;
import newspulse.config.Settings;
import newspulse.http.HttpConfig;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/// From settings to a process that runs until it is told to end, with one line for each thing that
/// keeps it from starting.
final class Launch {
    static final int OK = 0;
    static final int FAILED = 1;
    static final int MISCONFIGURED = 2;

    private static final Logger log = LoggerFactory.getLogger(Launch.class);
    private static final Duration READY_WITHIN = Duration.ofSeconds(20);
    private static final Duration AFTER_SHUTDOWN_TIMEOUT = Duration.ofMillis(1_500);

    private Launch() {}

    /// What can go wrong in words for the operator.
    interface Work {
        int call() throws IOException, InterruptedException;
    }

    static int reportingFaults(Work work) {
        try {
            return work.call();
        } catch (ConfigurationException e) {
            e.faults().stream()
                    .distinct()
                    .forEach(fault -> System.err.println("newspulse: " + fault));
            return MISCONFIGURED;
        } catch (IOException e) {
            System.err.println("newspulse: " + e.getMessage());
            return FAILED;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    /// The settings of this directory and environment, every one of them checked.
    ///
    /// @param otherDefaults hold where the operator gave nothing
    static Settings settings(Map<String, String> otherDefaults) {
        Settings settings =
                Configuration.read(Path.of(""), System.getenv()).withDefaults(otherDefaults);
        AllSettings.list().forEach(settings::optional);
        settings.check();
        Logs.configure(settings);
        return settings;
    }

    /// Runs until SIGTERM, Ctrl-C, or a part that stopped for good.
    static int run(Settings settings, Set<Role> roles, Feed feed)
            throws IOException, InterruptedException {
        var failed = new CountDownLatch(1);
        long start = System.nanoTime();
        var node = new Node(settings, roles, feed, failed::countDown);
        Duration patience = settings.get(HttpConfig.SHUTDOWN_TIMEOUT).plus(AFTER_SHUTDOWN_TIMEOUT);
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform().name("shutdown").unstarted(() -> stop(node, patience)));
        String state =
                node.awaitReady(READY_WITHIN) ? "is ready" : "runs but is not ready, see /health";
        System.out.printf(
                "Newspulse %s: %s (after %.1f s; Ctrl-C ends it)%n",
                state, node.address(), (System.nanoTime() - start) / 1e9);
        failed.await();
        log.error("A part of the system has stopped for good, so all of it ends");
        return FAILED;
    }

    private static void stop(Node node, Duration patience) {
        Thread closing =
                Thread.ofPlatform()
                        .name("closing")
                        .start(() -> {
                            try {
                                node.close();
                            } catch (IOException e) {
                                log.warn("Not everything closed in order: {}", e.toString());
                            }
                        });
        try {
            if (!closing.join(patience)) {
                log.warn("Not everything closed within {}; the rest is abandoned", patience);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        node.abandon();
        System.out.println("Newspulse has ended.");
    }
}
