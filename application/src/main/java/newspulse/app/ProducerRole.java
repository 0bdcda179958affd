package newspulse.app;

import com.linecorp.armeria.server.ServerBuilder;

import newspulse.http.Health;
import newspulse.producer.BackgroundSource;
import newspulse.producer.Delivery;
import newspulse.producer.FetchMetrics;
import newspulse.producer.PolledSource;
import newspulse.producer.ProducerConfig;
import newspulse.producer.Sleeper;
import newspulse.producer.Turns;
import newspulse.producer.catalog.FeedCatalog;
import newspulse.producer.feed.FeedSource;
import newspulse.producer.newsapi.NewsApiSource;
import newspulse.producer.publish.PublishRoutes;
import newspulse.producer.publish.Publisher;
import newspulse.producer.publish.RedisRequestCounter;
import newspulse.producer.publish.RedisTurns;
import newspulse.producer.publish.Replicas;
import newspulse.producer.publish.SourcesRoutes;
import newspulse.producer.replay.Replay;
import newspulse.producer.replay.ReplaySource;
import newspulse.producer.sample.SampleStream;
import newspulse.producer.schedule.FetchSchedule;
import newspulse.producer.schedule.SourceStatus;
import newspulse.producer.web.Downloader;
import newspulse.producer.web.HostTurns;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Takes articles in, over HTTP and from one [Feed], and publishes them.
final class ProducerRole implements Service {
    private static final Logger log = LoggerFactory.getLogger(ProducerRole.class);

    private final Platform platform;
    private final ProducerConfig config;
    private final Feed feed;
    private final Closer closer = new Closer();
    private final Delivery delivery;
    private final FetchMetrics metrics;
    private final PublishRoutes routes;
    private final SourcesRoutes sourcesRoutes;
    private final @Nullable FeedCatalog catalog;
    private volatile @Nullable FetchSchedule schedule;
    private volatile @Nullable Replicas replicas;

    ProducerRole(Platform platform, Feed feed) {
        this.platform = platform;
        this.feed = feed;
        config = ProducerConfig.from(platform.settings());
        catalog =
                switch (feed) {
                    case Feed.Sources _ -> FeedCatalog.load(config.sourcesFile());
                    case Feed.File _, Feed.Samples _ -> null;
                };
        Publisher publisher =
                closer.add(
                        new Publisher(
                                platform.kafka(), platform.sharedRedis(), platform.registry()));
        delivery = new Delivery(publisher, Sleeper.real());
        metrics = new FetchMetrics(platform.registry());
        routes = closer.add(new PublishRoutes(publisher, this::fetchNow));
        sourcesRoutes = closer.add(new SourcesRoutes(this::statuses, platform.clock()));
    }

    @Override
    public void addTo(ServerBuilder server) {
        routes.addTo(server);
        sourcesRoutes.addTo(server);
    }

    @Override
    public void start() {
        switch (feed) {
            case Feed.Sources _ -> startSources();
            case Feed.File(Replay replay) -> startReplay(replay);
            case Feed.Samples _ -> startSamples();
        }
    }

    @Override
    public void watch(Health health) {
        // Kafka, without which it cannot publish, is watched for every role.
    }

    @Override
    public void drain() {
        FetchSchedule running = schedule;
        if (running != null) {
            running.close();
        }
    }

    @Override
    public void close() {
        closer.closeQuietly(log);
    }

    /// Those of other replicas, which ask them some seconds later, are counted by nobody.
    private int fetchNow() {
        FetchSchedule running = schedule;
        Replicas others = replicas;
        if (others != null) {
            Thread.ofVirtual().name("call").start(others::call);
        }
        return running == null ? 0 : running.fetchNow();
    }

    private List<SourceStatus> statuses() {
        FetchSchedule running = schedule;
        return running == null ? List.of() : running.everywhere();
    }

    private void startSources() {
        var limits =
                new Downloader.Limits(
                        config.fetchFirstByteTimeout(),
                        config.fetchTimeout(),
                        config.fetchMaxBytes());
        var hosts =
                new HostTurns(
                        new HostTurns.Limits(config.fetchHostConcurrency(), config.fetchHostGap()),
                        platform.clock(),
                        Sleeper.real());
        var downloader =
                closer.add(
                        new Downloader(
                                config.userAgent(platform.version()),
                                limits,
                                config.allowed(),
                                hosts,
                                platform.clock()));
        List<PolledSource> sources = new ArrayList<>();
        if (catalog != null) {
            catalog.enabled()
                    .forEach(spec ->
                            sources.add(new FeedSource(spec, downloader, platform.clock())));
        }
        if (config.newsApi().key() != null) {
            sources.add(
                    new NewsApiSource(
                            config.newsApi(),
                            downloader,
                            new RedisRequestCounter(platform.sharedRedis()),
                            platform.clock()));
        }
        String replica = UUID.randomUUID().toString();
        var rules =
                new FetchSchedule.Rules(
                        config.fetchInterval(),
                        config.fetchLongestInterval(),
                        config.fetchConcurrency());
        var all = new Replicas(platform.sharedRedis(), replica, new Together());
        Turns turns =
                platform.isSelfContained()
                        ? RedisTurns.alone(platform.sharedRedis(), replica)
                        : RedisTurns.shared(platform.sharedRedis(), replica, all);
        var parts = new FetchSchedule.Parts(delivery, turns, hosts, metrics, platform.clock());
        schedule = closer.add(FetchSchedule.start(sources, rules, parts, replica.hashCode()));
        if (!platform.isSelfContained()) {
            closer.add(all);
            all.start();
            replicas = all;
        }
    }

    /// What other replicas do concerns the schedule, once it runs.
    private final class Together implements Replicas.Listener {
        @Override
        public void changed() {
            FetchSchedule running = schedule;
            if (running != null) {
                running.look();
            }
        }

        @Override
        public void called() {
            FetchSchedule running = schedule;
            if (running != null) {
                log.info("{} sources are asked out of turn", running.fetchNow());
            }
        }
    }

    private void startReplay(Replay replay) {
        var source =
                new ReplaySource(
                        replay,
                        delivery,
                        metrics,
                        platform.clock(),
                        Sleeper.real(),
                        (line, failure) ->
                                log.warn(
                                        "code={} file={} line={}: {}",
                                        failure.code().label(),
                                        replay.file(),
                                        line,
                                        failure.detail()));
        closer.add(BackgroundSource.start("replay", source::run));
    }

    private void startSamples() {
        var samples =
                new SampleStream(
                        delivery,
                        metrics,
                        platform.clock(),
                        Sleeper.real(),
                        platform.clock().millis());
        closer.add(BackgroundSource.start("samples", samples::run));
    }
}
