package newspulse.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// What a broker needs to be told to be alone, small and quick.
final class BrokerProperties {
    static final int NODE_ID = 1;
    static final String CONTROLLER = "CONTROLLER";

    private static final String MIB_1 = Integer.toString(1 << 20);
    private static final String MIB_8 = Integer.toString(8 << 20);
    private static final String MIB_16 = Integer.toString(16 << 20);
    private static final String MIB_128 = Integer.toString(128 << 20);

    private BrokerProperties() {}

    static Map<String, String> of(Path directory, int port, int controllerPort) {
        Map<String, String> all = new HashMap<>();
        all.putAll(identity(directory, port, controllerPort));
        all.putAll(ALONE);
        all.putAll(PROMPT);
        all.putAll(SMALL);
        all.putAll(KEPT);
        return Map.copyOf(all);
    }

    private static Map<String, String> identity(Path directory, int port, int controllerPort) {
        String broker = "PLAINTEXT://" + LoopbackPort.HOST + ":" + port;
        String controller = LoopbackPort.HOST + ":" + controllerPort;
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(NODE_ID),
                "listeners",
                broker + "," + CONTROLLER + "://" + controller,
                "advertised.listeners",
                broker,
                "controller.listener.names",
                CONTROLLER,
                "listener.security.protocol.map",
                CONTROLLER + ":PLAINTEXT,PLAINTEXT:PLAINTEXT",
                "controller.quorum.voters",
                NODE_ID + "@" + controller,
                "log.dirs",
                directory.toString());
    }

    /// Every internal topic asks for three brokers unless told otherwise.
    private static final Map<String, String> ALONE =
            Map.of(
                    "offsets.topic.replication.factor", "1",
                    "transaction.state.log.replication.factor", "1",
                    "transaction.state.log.min.isr", "1",
                    "share.coordinator.state.topic.replication.factor", "1",
                    "share.coordinator.state.topic.min.isr", "1",
                    "default.replication.factor", "1",
                    "min.insync.replicas", "1",
                    "auto.create.topics.enable", "false");

    /// After a kill the controller holds the dead broker for alive until its session is over, and
    /// refuses the new one as long.
    private static final Map<String, String> PROMPT =
            Map.of(
                    "broker.session.timeout.ms", "2500",
                    "broker.heartbeat.interval.ms", "500",
                    "group.initial.rebalance.delay.ms", "0",
                    "group.min.session.timeout.ms", "6000",
                    // what a killed client left open holds up readers of committed records
                    "transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");

    private static final Map<String, String> SMALL =
            Map.of(
                    "offsets.topic.num.partitions", "4",
                    "transaction.state.log.num.partitions", "4",
                    "share.coordinator.state.topic.num.partitions", "1",
                    "num.network.threads", "2",
                    "num.io.threads", "4",
                    "background.threads", "2",
                    "num.recovery.threads.per.data.dir", "2",
                    "log.cleaner.dedupe.buffer.size", MIB_8,
                    "log.index.size.max.bytes", MIB_1,
                    "metadata.max.idle.interval.ms", "5000");

    /// Segments are small because a start reads internal topics whole, and after a kill the last
    /// segment of every partition.
    private static final Map<String, String> KEPT =
            Map.of(
                    "log.retention.hours",
                    "168",
                    "offsets.retention.minutes",
                    "10080",
                    "log.segment.bytes",
                    MIB_128,
                    "offsets.topic.segment.bytes",
                    MIB_16,
                    "transaction.state.log.segment.bytes",
                    MIB_16,
                    "log.preallocate",
                    "false");
}
