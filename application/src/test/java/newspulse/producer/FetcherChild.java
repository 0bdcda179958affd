package newspulse.producer;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import newspulse.producer.feed.FeedSource;
import newspulse.producer.feed.FeedSpec;
import newspulse.producer.publish.RedisTurns;
import newspulse.producer.publish.Replicas;
import newspulse.producer.schedule.FetchSchedule;
import newspulse.producer.web.AllowList;
import newspulse.producer.web.Downloader;
import newspulse.producer.web.HostTurns;
import newspulse.redis.RedisConfig;
import newspulse.redis.RedisConnections;
import newspulse.redis.SharedConnection;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/// A replica that fetches the feeds `/feed0` and so on of a server, each at an address of its own,
/// in a process of its own, to be killed. Its name is its User-Agent.
final class FetcherChild {
    private FetcherChild() {}

    public static void main(String[] arguments) throws InterruptedException {
        String name = arguments[0];
        var redis = new RedisConfig("127.0.0.1", Integer.parseInt(arguments[1]), 0, "");
        Duration interval = Duration.ofMillis(Long.parseLong(arguments[4]));
        var shared = new SharedConnection(new RedisConnections(redis));
        InstantSource clock = InstantSource.system();
        var hosts =
                new HostTurns(new HostTurns.Limits(4, Duration.ofMillis(1)), clock, Sleeper.real());
        var limits = new Downloader.Limits(Duration.ofSeconds(10), 1 << 20);
        var downloader = new Downloader(name, limits, AllowList.of("127.0.0.0/8"), hosts, clock);
        List<PolledSource> sources = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(arguments[3]); i++) {
            URI address =
                    URI.create("http://127.0.0." + (1 + i) + ":" + arguments[2] + "/feed" + i);
            var spec = new FeedSpec("feed " + i, "The Paper", address, null, "en", true);
            sources.add(new FeedSource(spec, downloader, clock));
        }
        var running = new AtomicReference<FetchSchedule>();
        var replicas = new Replicas(shared, name, new Looking(running));
        var parts =
                new FetchSchedule.Parts(
                        new Delivery(new RememberingOutbox(), Sleeper.real()),
                        RedisTurns.shared(shared, name, replicas),
                        hosts,
                        new FetchMetrics(new SimpleMeterRegistry()),
                        clock);
        var rules = new FetchSchedule.Rules(interval, interval, 8);
        running.set(FetchSchedule.start(sources, rules, parts, name.hashCode()));
        replicas.start();
        Thread.currentThread().join();
    }

    private record Looking(AtomicReference<FetchSchedule> running) implements Replicas.Listener {
        @Override
        public void changed() {
            running.get().look();
        }

        @Override
        public void called() {
            running.get().fetchNow();
        }
    }

    static Process start(String name, int redisPort, int serverPort, int feeds, Duration interval)
            throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        FetcherChild.class.getName(),
                        name,
                        Integer.toString(redisPort),
                        Integer.toString(serverPort),
                        Integer.toString(feeds),
                        Long.toString(interval.toMillis()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
