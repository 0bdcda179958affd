package newspulse.producer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import newspulse.Eventually;
import newspulse.embedded.EmbeddedRedis;
import newspulse.producer.Turns;
import newspulse.producer.Turns.Turn;
import newspulse.redis.RedisConfig;
import newspulse.redis.RedisConnections;
import newspulse.redis.SharedConnection;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

final class RedisTurnsIT {
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir static Path directory;
    private static EmbeddedRedis redis;
    private static RedisConnections connections;
    private static SharedConnection shared;

    @BeforeAll
    static void open() throws IOException {
        redis = EmbeddedRedis.start(directory, 0, "", 0);
        connections = new RedisConnections(new RedisConfig(redis.host(), redis.port(), 0, ""));
        shared = new SharedConnection(connections);
    }

    @AfterAll
    static void close() throws IOException {
        connections.close();
        redis.close();
    }

    @Test
    void givesLeaveOnceInTheTimeReserved() {
        assertThat(replica("one").claim("once", HOUR, false)).isEqualTo(new Turn.Granted(1, ""));
        assertThat(replica("two").claim("once", HOUR, false))
                .isInstanceOfSatisfying(
                        Turn.NotYet.class,
                        notYet -> assertThat(notYet.rest()).isPositive().isLessThanOrEqualTo(HOUR));
        assertThat(replica("one").claim("once", HOUR, false)).isInstanceOf(Turn.NotYet.class);
    }

    @Test
    void givesLeaveToOneOfManyWhoAskAtOnce() throws InterruptedException {
        var granted = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Turns turns = replica("replica " + i);
            threads.add(
                    Thread.ofVirtual()
                            .start(() -> {
                                if (turns.claim("many", HOUR, false) instanceof Turn.Granted) {
                                    granted.incrementAndGet();
                                }
                            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(granted.get()).isEqualTo(1);
    }

    @Test
    void refusesWhatIsNotedUnderAnOlderLeave() {
        Turns zombie = replica("zombie");
        Turns heir = replica("heir");
        long old = granted(zombie.claim("fenced", Duration.ZERO, false)).token();
        assertThat(zombie.finish("fenced", old, "first", Duration.ZERO)).isTrue();
        old = granted(zombie.claim("fenced", Duration.ZERO, false)).token();
        Turn.Granted later = granted(heir.claim("fenced", HOUR, false));
        assertThat(later.token()).isGreaterThan(old);
        assertThat(later.known()).isEqualTo("first");
        assertThat(heir.finish("fenced", later.token(), "theirs", HOUR)).isTrue();
        assertThat(zombie.finish("fenced", old, "stale", Duration.ZERO)).isFalse();
        Turns.Known known = heir.look(List.of("fenced")).getFirst();
        assertThat(known.text()).isEqualTo("theirs");
        assertThat(known.rest()).isGreaterThan(Duration.ofMinutes(59));
    }

    @Test
    void givesNoLeaveWhileAFetchIsUnderWayInAReplicaThatLives() {
        Turns slow = replica("living");
        try (var living = new Replicas(shared, "living", new Calls())) {
            living.start();
            Eventually.holds("it lives", () -> living.test("any"));
            long token = granted(slow.claim("long", Duration.ZERO, false)).token();
            assertThat(replica("other").claim("long", HOUR, false)).isInstanceOf(Turn.NotYet.class);
            assertThat(slow.finish("long", token, "", Duration.ZERO)).isTrue();
            granted(slow.claim("long", Duration.ZERO, false));
        }
        assertThat(replica("other").claim("long", HOUR, false)).isInstanceOf(Turn.Granted.class);
    }

    @Test
    void tellsOnlyWhatOthersNoted() {
        Turns one = replica("one");
        long token = granted(one.claim("own", Duration.ZERO, false)).token();
        one.finish("own", token, "mine", Duration.ZERO);
        assertThat(granted(one.claim("own", Duration.ZERO, false)).known()).isEmpty();
    }

    @Test
    void givesLeaveOutOfTurn() {
        Turns one = replica("one");
        one.claim("pressed", HOUR, false);
        assertThat(one.claim("pressed", HOUR, true)).isInstanceOf(Turn.Granted.class);
    }

    @Test
    void knowsNothingOfASourceThatNobodyAsked() {
        assertThat(replica("one").look(List.of("a", "b")))
                .containsExactly(
                        new Turns.Known("", Duration.ZERO), new Turns.Known("", Duration.ZERO));
    }

    @Test
    void asksNothingWithoutRedisUnlessAlone() throws IOException {
        EmbeddedRedis gone = EmbeddedRedis.start(directory.resolve("gone"), 0, "", 0);
        var config = new RedisConfig(gone.host(), gone.port(), 0, "");
        gone.close();
        try (var lost = new RedisConnections(config)) {
            Turns one = RedisTurns.shared(new SharedConnection(lost), "one", _ -> true);
            assertThat(one.claim("a", HOUR, false)).isInstanceOf(Turn.Away.class);
            assertThat(one.look(List.of("a"))).isEmpty();
            assertThat(one.finish("a", 1, "x", HOUR)).isFalse();
            Turns alone = RedisTurns.alone(new SharedConnection(lost), "one");
            assertThat(alone.claim("a", HOUR, false)).isInstanceOf(Turn.Granted.class);
            assertThat(alone.look(List.of("a"))).hasSize(1);
        }
    }

    @Test
    void sharesSourcesAmongReplicasAndMovesOnlyThoseOfWhoGoes() {
        List<String> sources = IntStream.range(0, 900).mapToObj(i -> "source " + i).toList();
        Map<String, Replicas> replicas = new HashMap<>();
        for (String name : List.of("x", "y", "z")) {
            Replicas replica = new Replicas(shared, name, new Calls());
            replica.start();
            replicas.put(name, replica);
        }
        Eventually.holds("each has one owner", () -> owners(replicas, sources).size() == 3);
        Map<String, Set<String>> before = owners(replicas, sources);
        assertThat(before.values())
                .allSatisfy(owned -> assertThat(owned.size()).isBetween(220, 380));
        Objects.requireNonNull(replicas.remove("z")).close();
        Eventually.holds("two share", () -> owned(replicas, sources) == sources.size());
        Map<String, Set<String>> after = owners(replicas, sources);
        assertThat(after.get("x")).containsAll(before.get("x"));
        assertThat(after.get("y")).containsAll(before.get("y"));
        replicas.values().forEach(Replicas::close);
    }

    @Test
    void callsEveryOtherReplicaOnce() {
        var heard = List.of(new Calls(), new Calls());
        List<Replicas> both =
                List.of(
                        new Replicas(shared, "caller", heard.get(0)),
                        new Replicas(shared, "called", heard.get(1)));
        both.forEach(Replicas::start);
        Eventually.holds(
                "both live", () -> heard.stream().allMatch(calls -> calls.changes.get() > 0));
        both.getFirst().call();
        Eventually.holds("the other heard it", () -> heard.get(1).calls.get() == 1);
        both.getLast().call();
        Eventually.holds("and the first", () -> heard.get(0).calls.get() == 1);
        assertThat(heard.get(1).calls.get()).isEqualTo(1);
        both.forEach(Replicas::close);
    }

    private static final class Calls implements Replicas.Listener {
        private final AtomicInteger changes = new AtomicInteger();
        private final AtomicInteger calls = new AtomicInteger();

        @Override
        public void changed() {
            changes.incrementAndGet();
        }

        @Override
        public void called() {
            calls.incrementAndGet();
        }
    }

    /// Who owns what, once every source has exactly one owner; else nothing.
    private static Map<String, Set<String>> owners(
            Map<String, Replicas> replicas, List<String> sources) {
        Map<String, Set<String>> owners = new HashMap<>();
        for (String source : sources) {
            List<String> claiming =
                    replicas.entrySet().stream()
                            .filter(replica -> replica.getValue().test(source))
                            .map(Map.Entry::getKey)
                            .toList();
            if (claiming.size() != 1) {
                return Map.of();
            }
            owners.computeIfAbsent(claiming.getFirst(), _ -> new HashSet<>()).add(source);
        }
        return owners;
    }

    private static int owned(Map<String, Replicas> replicas, List<String> sources) {
        return owners(replicas, sources).values().stream().mapToInt(Set::size).sum();
    }

    private static Turns replica(String name) {
        return RedisTurns.shared(shared, name, _ -> true);
    }

    private static Turn.Granted granted(Turn turn) {
        return (Turn.Granted) turn;
    }
}
