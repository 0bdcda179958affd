package newspulse.producer.schedule;

import static newspulse.producer.schedule.ScriptedSource.articles;
import static newspulse.producer.schedule.ScriptedSource.broken;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import newspulse.Eventually;
import newspulse.model.FailureCode;
import newspulse.producer.Delivery;
import newspulse.producer.FetchMetrics;
import newspulse.producer.Lease;
import newspulse.producer.PolledSource;
import newspulse.producer.RememberingOutbox;
import newspulse.producer.VirtualTime;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

final class FetchScheduleTest {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(5);

    private final RememberingOutbox outbox = new RememberingOutbox();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final VirtualTime time = new VirtualTime();
    private final Logger logger =
            (Logger) LoggerFactory.getLogger(FetchSchedule.class.getPackageName());
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
    }

    @Test
    void asksEverySourceAtOnceAndDeliversWhatItGives() {
        var one = new ScriptedSource("one", _ -> articles("a", "b"));
        var two = new ScriptedSource("two", _ -> articles("c"));
        try (var schedule = start(LONG, 8, Lease.alone(), one, two)) {
            Eventually.holds("both delivered", () -> outbox.ids().size() == 3);
            Eventually.holds("both rest", () -> rested(schedule, 2));
            SourceStatus status = schedule.statuses().getFirst();
            assertThat(status.articles()).isEqualTo(2);
            assertThat(status.lastSuccess()).isEqualTo(VirtualTime.START);
            assertThat(Objects.requireNonNull(status.nextFetch()))
                    .isBetween(
                            VirtualTime.START.plus(Duration.ofMinutes(54)),
                            VirtualTime.START.plus(Duration.ofMinutes(66)));
        }
        assertThat(registry.get("news.fetched").tag("source_kind", "feed").counter().count())
                .isEqualTo(3);
        assertThat(registry.get("news.fetch.duration").timer().count()).isEqualTo(2);
        assertThat(messages()).anyMatch(line -> line.contains("2 of 2 sources answered"));
    }

    @Test
    void asksAgainAfterTheInterval() {
        var source = new ScriptedSource("one", number -> articles("a" + number));
        try (var _ = start(SHORT, 8, Lease.alone(), source)) {
            Eventually.holds("three rounds", () -> outbox.ids().contains("a3"));
        }
        assertThat(outbox.ids()).startsWith("a1", "a2", "a3");
    }

    @Test
    void fetchesNowEverySourceThatIsNotBeingFetched() {
        var busy = new ScriptedSource("busy", _ -> articles("a")).held();
        var idle = new ScriptedSource("idle", _ -> articles("b"));
        try (var schedule = start(LONG, 8, Lease.alone(), busy, idle)) {
            Eventually.holds("one rests", () -> rested(schedule, 1) && busy.fetches.get() == 1);
            Eventually.holds("one is asked", () -> schedule.fetchNow() == 1);
            Eventually.holds("it was fetched", () -> idle.fetches.get() >= 2);
            assertThat(busy.fetches.get()).isEqualTo(1);
            busy.letGo();
        }
    }

    @Test
    void leavesASourceAloneThatAskedForIt() {
        var source = new ScriptedSource("one", _ -> broken(Duration.ofHours(2)));
        try (var schedule = start(SHORT, 8, Lease.alone(), source)) {
            Eventually.holds("it failed", () -> rested(schedule, 1));
            assertThat(schedule.fetchNow()).isZero();
            assertThat(schedule.statuses().getFirst().nextFetch())
                    .isEqualTo(VirtualTime.START.plus(Duration.ofHours(2)));
        }
        assertThat(source.fetches.get()).isEqualTo(1);
    }

    @Test
    void triesAFailingSourceAgainAndSaysSoOnce() {
        var source = new ScriptedSource("one", n -> n < 4 ? broken() : articles("a"));
        try (var schedule = start(SHORT, 8, Lease.alone(), source)) {
            Eventually.holds("it answered", () -> outbox.ids().contains("a"));
            Eventually.holds(
                    "status clears", () -> schedule.statuses().getFirst().failure() == null);
        }
        assertThat(messages().stream().filter(line -> line.contains("cannot be fetched")))
                .singleElement()
                .asString()
                .contains(
                        "one cannot be fetched: its host name is not known", "source_unreachable");
        assertThat(messages()).anyMatch(line -> line.contains("one answers again"));
        assertThat(
                        registry.get("news.fetch.failures")
                                .tag("code", FailureCode.SOURCE_UNREACHABLE.label())
                                .counter()
                                .count())
                .isEqualTo(3);
    }

    @Test
    void offersTheDemonstrationWhenNoSourceAnswers() {
        var one = new ScriptedSource("one", _ -> broken());
        var two = new ScriptedSource("two", _ -> broken());
        try (var schedule = start(LONG, 8, Lease.alone(), one, two)) {
            Eventually.holds("both failed", () -> rested(schedule, 2));
        }
        assertThat(messages())
                .filteredOn(line -> line.contains("None of the 2 sources"))
                .singleElement()
                .asString()
                .contains("./newspulse demo");
    }

    @Test
    void survivesAFaultOfItsOwn() {
        var source =
                new ScriptedSource(
                        "one",
                        n -> {
                            if (n == 1) {
                                throw new IllegalStateException("a bug");
                            }
                            return articles("a");
                        });
        try (var _ = start(SHORT, 8, Lease.alone(), source)) {
            Eventually.holds("it went on", () -> outbox.ids().contains("a"));
        }
        assertThat(messages()).anyMatch(line -> line.contains("one failed unexpectedly"));
    }

    @Test
    void keepsArticlesUntilTheBrokerIsBack() {
        outbox.beAwayFor(5);
        var source = new ScriptedSource("one", n -> articles("a" + n));
        try (var _ = start(LONG, 8, Lease.alone(), source)) {
            Eventually.holds("delivered", () -> outbox.ids().contains("a1"));
        }
        assertThat(source.fetches.get()).isEqualTo(1);
    }

    @Test
    void asksNoMoreThanSoManyAtATime() {
        var busy = new AtomicInteger();
        var busiest = new AtomicInteger();
        List<PolledSource> sources = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String url = "a" + i;
            sources.add(new ScriptedSource(url, _ -> articles(url), busy, busiest));
        }
        try (var _ = start(LONG, 3, Lease.alone(), sources.toArray(PolledSource[]::new))) {
            Eventually.holds("all delivered", () -> outbox.ids().size() == 40);
        }
        assertThat(busiest.get()).isBetween(1, 3);
    }

    @Test
    void fetchesOnlyWhatItHasTheLeaseFor() {
        var mine = new ScriptedSource("mine", _ -> articles("a"));
        var theirs = new ScriptedSource("theirs", _ -> articles("b"));
        try (var schedule = start(LONG, 8, (name, _) -> name.equals("mine"), mine, theirs)) {
            Eventually.holds("both rest", () -> rested(schedule, 2));
        }
        assertThat(outbox.ids()).containsExactly("a");
        assertThat(theirs.fetches.get()).isZero();
    }

    @Test
    void stopsWithinASecondWhateverASourceIsDoing() {
        var stuck = new ScriptedSource("stuck", _ -> articles("a")).held();
        var schedule = start(LONG, 8, Lease.alone(), stuck);
        Eventually.holds("it is stuck", () -> stuck.fetches.get() == 1);
        long before = System.nanoTime();
        schedule.close();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
        assertThat(outbox.ids()).isEmpty();
    }

    private static boolean rested(FetchSchedule schedule, int sources) {
        return schedule.statuses().stream().filter(status -> status.nextFetch() != null).count()
                == sources;
    }

    private List<String> messages() {
        return List.copyOf(log.list).stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private FetchSchedule start(
            Duration interval, int concurrency, Lease lease, PolledSource... sources) {
        var parts =
                new FetchSchedule.Parts(
                        new Delivery(outbox, time), lease, new FetchMetrics(registry), time);
        return FetchSchedule.start(List.of(sources), interval, concurrency, parts, 1);
    }
}
