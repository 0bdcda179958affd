package newspulse.app;

import com.linecorp.armeria.server.ServerBuilder;

import newspulse.config.Setting;
import newspulse.http.Health;
import newspulse.producer.BackgroundSource;
import newspulse.producer.Delivery;
import newspulse.producer.FetchMetrics;
import newspulse.producer.PolledSource;
import newspulse.producer.ProducerConfig;
import newspulse.producer.RunningSource;
import newspulse.producer.Sleeper;
import newspulse.producer.SourceParts;
import newspulse.producer.SourceSpec;
import newspulse.producer.Turns;
import newspulse.producer.catalog.SourceCatalog;
import newspulse.producer.newsapi.NewsApiSource;
import newspulse.producer.publish.KafkaFileLog;
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
import newspulse.producer.web.Robots;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private final @Nullable SourceCatalog catalog;
    private volatile @Nullable FetchSchedule schedule;
    private volatile @Nullable Replicas replicas;

    ProducerRole(Platform platform, Feed feed) {
        this.platform = platform;
        this.feed = feed;
        config = ProducerConfig.from(platform.settings());
        catalog =
                switch (feed) {
                    case Feed.Sources _ -> SourceCatalog.load(config.sourcesFile());
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
        List<PolledSource> sources = sources(downloader, hosts, turns);
        var parts = new FetchSchedule.Parts(delivery, turns, hosts, metrics, platform.clock());
        schedule = closer.add(FetchSchedule.start(sources, rules, parts, replica.hashCode()));
        if (!platform.isSelfContained()) {
            closer.add(all);
            all.start();
            replicas = all;
        }
    }

    /// Those to ask; those that run by themselves begin to.
    private List<PolledSource> sources(Downloader downloader, HostTurns hosts, Turns turns) {
        var requests = new RedisRequestCounter(platform.sharedRedis());
        var sent = platform.registry().counter("news_sent");
        var parts =
                new SourceParts(
                        downloader,
                        platform.clock(),
                        Sleeper.real(),
                        turns::isOurs,
                        metrics,
                        requests,
                        this::secret,
                        new Robots(downloader, hosts, platform.clock())::allows,
                        source -> new KafkaFileLog(platform.kafka(), source, sent));
        List<PolledSource> sources = new ArrayList<>();
        for (SourceSpec spec : catalog == null ? List.<SourceSpec>of() : catalog.enabled()) {
            switch (spec.open(parts)) {
                case PolledSource polled -> sources.add(polled);
                case RunningSource running ->
                        closer.add(BackgroundSource.start(running.name(), running::run));
            }
        }
        if (config.newsApi().key() != null) {
            sources.add(
                    new NewsApiSource(config.newsApi(), downloader, requests, platform.clock()));
        }
        return sources;
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

    private Optional<String> secret(String setting) {
        return platform.settings().optional(Setting.secret(setting, "a source's key"));
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
