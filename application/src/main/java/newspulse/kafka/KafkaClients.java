package newspulse.kafka;

import org.apache.kafka.clients.admin.Admin;

import java.util.HashMap;
import java.util.Map;

/// The properties that all Kafka clients of the system have in common. Each answer is a map of the
/// caller's own, to add to; serialisers are given to the client's constructor.
public final class KafkaClients {
    /// Above every topic's limit, so that it is the broker that refuses.
    public static final int MAX_REQUEST_BYTES = 4 << 20;

    private KafkaClients() {}

    /// What a client of any kind needs to find the brokers and to come back to them soon.
    public static Map<String, Object> properties(KafkaConfig config, String clientId) {
        Map<String, Object> properties = config.security().properties();
        properties.put("bootstrap.servers", config.bootstrapServers());
        properties.put("client.id", clientId);
        properties.put("reconnect.backoff.ms", 50);
        properties.put("reconnect.backoff.max.ms", 1_000);
        properties.put("request.timeout.ms", 10_000);
        return properties;
    }

    /// A producer that loses nothing, doubles nothing, and keeps the order of a partition.
    public static Map<String, Object> producerProperties(KafkaConfig config, String clientId) {
        Map<String, Object> properties = new HashMap<>(properties(config, clientId));
        properties.put("acks", "all");
        properties.put("enable.idempotence", true);
        properties.put("delivery.timeout.ms", 60_000);
        properties.put("linger.ms", 5);
        properties.put("batch.size", 64 << 10);
        properties.put("compression.type", config.compression());
        properties.put("max.request.size", MAX_REQUEST_BYTES);
        return properties;
    }

    /// A consumer that sees only what was committed, from the beginning, and commits when it is
    /// told.
    public static Map<String, Object> consumerProperties(
            KafkaConfig config, String clientId, String group) {
        Map<String, Object> properties = new HashMap<>(properties(config, clientId));
        properties.put("group.id", group);
        properties.put("isolation.level", "read_committed");
        properties.put("enable.auto.commit", false);
        properties.put("auto.offset.reset", "earliest");
        properties.put("allow.auto.create.topics", false);
        properties.put("session.timeout.ms", 10_000);
        properties.put("heartbeat.interval.ms", 2_000);
        properties.put(
                "partition.assignment.strategy",
                "org.apache.kafka.clients.consumer.CooperativeStickyAssignor");
        return properties;
    }

    /// For probes and topics; safe for many threads, to be closed by the caller.
    public static Admin admin(KafkaConfig config, String clientId) {
        Map<String, Object> properties = new HashMap<>(properties(config, clientId));
        properties.put("request.timeout.ms", 2_000);
        properties.put("default.api.timeout.ms", 5_000);
        return Admin.create(properties);
    }
}
