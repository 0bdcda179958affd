package newspulse.acceptance;

import com.linecorp.armeria.client.websocket.WebSocketClient;
import com.linecorp.armeria.common.websocket.WebSocketFrame;
import com.linecorp.armeria.common.websocket.WebSocketFrameType;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;

import newspulse.wire.Json;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// What a system did, seen from outside.
final class Observers {
    private Observers() {}

    /// Waits, asking again and again.
    static void await(String what, Duration patience, BooleanSupplier condition)
            throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not in time: " + what);
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    /// A live client: how often it was told of each article.
    static final class Live {
        private final Map<String, AtomicInteger> seen = new ConcurrentHashMap<>();

        Live(String address) {
            var session =
                    WebSocketClient.of(address.replace("http:", "ws+h1c:")).connect("/ws").join();
            session.inbound()
                    .subscribe(
                            new Subscriber<WebSocketFrame>() {
                                @Override
                                public void onSubscribe(Subscription subscription) {
                                    subscription.request(Long.MAX_VALUE);
                                }

                                @Override
                                public void onNext(WebSocketFrame frame) {
                                    if (frame.type() == WebSocketFrameType.TEXT) {
                                        take(Json.mapper().readTree(frame.text()));
                                    } else {
                                        frame.close();
                                    }
                                }

                                @Override
                                public void onError(Throwable t) {}

                                @Override
                                public void onComplete() {}
                            });
        }

        private void take(JsonNode message) {
            JsonNode data = message.path("data");
            if (message.path("type").asString().equals("initial_data")) {
                data.valueStream().forEach(this::count);
            } else {
                count(data);
            }
        }

        private void count(JsonNode article) {
            seen.computeIfAbsent(article.path("id").asString(), _ -> new AtomicInteger())
                    .incrementAndGet();
        }

        Set<String> ids() {
            return Set.copyOf(seen.keySet());
        }

        int mostTimes() {
            return seen.values().stream().mapToInt(AtomicInteger::get).max().orElse(0);
        }
    }

    /// The ids that Redis keeps, each once.
    static Set<String> stored(int port) {
        try (var client = RedisClient.create(RedisURI.create("127.0.0.1", port));
                var connection = client.connect()) {
            return new HashSet<>(connection.sync().zrange("news:by_importance", 0, -1));
        }
    }

    /// All records of a topic that were committed.
    static List<ConsumerRecord<byte[], byte[]>> records(String bootstrapServers, String topic) {
        Map<String, Object> properties =
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "isolation.level",
                        "read_committed",
                        "auto.offset.reset",
                        "earliest");
        try (var consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (partitions.stream()
                    .anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }
}
