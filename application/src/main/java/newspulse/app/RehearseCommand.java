package newspulse.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.Callable;

/// `newspulse rehearse`, which the launcher's build runs once so that the JVM can keep what it
/// loaded, linked and learned under load (JEP 514, JEP 515).
@Command(
        name = "rehearse",
        hidden = true,
        description = "Starts everything, works as under load for a while, and ends.")
final class RehearseCommand implements Callable<Integer> {
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);

    @Option(names = "--seconds", defaultValue = "15", description = "How long (default: 15).")
    private int seconds;

    @Override
    public Integer call() {
        return Launch.reportingFaults(() -> {
            var settings = Launch.settings(Map.of());
            try (var node =
                    new Node(settings, EnumSet.allOf(Role.class), new Feed.Samples(), () -> {})) {
                if (!node.awaitReady(READY_WITHIN)) {
                    return Launch.FAILED;
                }
                new Rehearsal(node.address()).run(Duration.ofSeconds(seconds));
                return Launch.OK;
            }
        });
    }
}
