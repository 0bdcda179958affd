package newspulse.acceptance;

import newspulse.embedded.EmbeddedBroker;
import newspulse.embedded.EmbeddedRedis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One process a role, on a broker and a Redis that they share.
final class ProcessPerRole implements Deployment {
    private final EmbeddedBroker broker;
    private final EmbeddedRedis redis;
    private final Map<String, Integer> ports;
    private final List<NewspulseProcess> processes = new ArrayList<>();

    private ProcessPerRole(EmbeddedBroker broker, EmbeddedRedis redis, Map<String, Integer> ports) {
        this.broker = broker;
        this.redis = redis;
        this.ports = ports;
    }

    static ProcessPerRole start(Path directory, Path replay, double rate)
            throws IOException, InterruptedException {
        Map<String, Integer> ports = new LinkedHashMap<>();
        for (String role : List.of("api", "stream", "inference", "producer")) {
            ports.put(role, Ports.free());
        }
        var deployment =
                new ProcessPerRole(
                        EmbeddedBroker.start(directory.resolve("kafka"), 0),
                        EmbeddedRedis.start(directory.resolve("redis"), 0, "", 0),
                        ports);
        for (String role : ports.keySet()) {
            deployment.startRole(directory.resolve(role), role, replay, rate);
        }
        for (NewspulseProcess process : deployment.processes) {
            process.untilReady();
        }
        return deployment;
    }

    private void startRole(Path directory, String role, Path replay, double rate)
            throws IOException, InterruptedException {
        var environment =
                Map.of(
                        "HTTP_PORT", Integer.toString(ports.getOrDefault(role, 0)),
                        "KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers(),
                        "KAFKA_PARTITIONS", "4",
                        "KAFKA_REPLICATION_FACTOR", "1",
                        "REDIS_HOST", redis.host(),
                        "REDIS_PORT", Integer.toString(redis.port()));
        if (role.equals("producer")) {
            // What it replays is to reach the clients that connect once the api is there.
            for (NewspulseProcess process : processes) {
                process.untilReady();
            }
            processes.add(
                    NewspulseProcess.start(
                            directory,
                            environment,
                            "up",
                            "--roles=producer",
                            "--replay",
                            replay.toString(),
                            "--rate",
                            Double.toString(rate)));
        } else {
            processes.add(NewspulseProcess.start(directory, environment, "up", "--roles=" + role));
        }
    }

    @Override
    public String producer() {
        return at("producer");
    }

    @Override
    public String api() {
        return at("api");
    }

    @Override
    public String inference() {
        return at("inference");
    }

    @Override
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    @Override
    public int redisPort() {
        return redis.port();
    }

    @Override
    public void close() throws IOException {
        for (NewspulseProcess process : processes.reversed()) {
            process.close();
        }
        redis.close();
        broker.close();
    }

    private String at(String role) {
        return "http://127.0.0.1:" + ports.get(role);
    }
}
