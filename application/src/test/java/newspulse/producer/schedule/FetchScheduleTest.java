package newspulse.producer.schedule;

import static newspulse.producer.schedule.ScheduleFixture.LONG;
import static newspulse.producer.schedule.ScheduleFixture.SHORT;
import static newspulse.producer.schedule.ScheduleFixture.rested;
import static newspulse.producer.schedule.ScriptedSource.articles;
import static newspulse.producer.schedule.ScriptedSource.broken;

import static org.assertj.core.api.Assertions.assertThat;

import newspulse.Eventually;
import newspulse.model.FailureCode;
import newspulse.producer.MemoryTurns;
import newspulse.producer.PolledSource;
import newspulse.producer.VirtualTime;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

final class FetchScheduleTest {
    private final ScheduleFixture fixture = new ScheduleFixture();

    @AfterEach
    void stopListening() {
        fixture.close();
    }

    @Test
    void asksEverySourceAtOnceAndDeliversWhatItGives() {
        var one = new ScriptedSource("one", _ -> articles("a", "b"));
        var two = new ScriptedSource("two", _ -> articles("c"));
        try (var schedule = fixture.start(LONG, 8, new MemoryTurns(), one, two)) {
            Eventually.holds("both delivered", () -> fixture.outbox.ids().size() == 3);
            Eventually.holds("both rest", () -> rested(schedule, 2));
            SourceStatus status = schedule.statuses().getFirst();
            assertThat(status.articles()).isEqualTo(2);
            assertThat(status.lastSuccess()).isEqualTo(VirtualTime.START);
            assertThat(Objects.requireNonNull(status.nextFetch()))
                    .isBetween(
                            VirtualTime.START.plus(Duration.ofHours(1)),
                            VirtualTime.START.plus(Duration.ofMinutes(66)));
        }
        assertThat(
                        fixture.registry
                                .get("news.fetched")
                                .tag("source_kind", "feed")
                                .counter()
                                .count())
                .isEqualTo(3);
        assertThat(fixture.registry.get("news.fetch.duration").timer().count()).isEqualTo(2);
        assertThat(fixture.messages()).anyMatch(line -> line.contains("2 of 2 sources answered"));
    }

    @Test
    void asksAgainAfterTheInterval() {
        var source = new ScriptedSource("one", number -> articles("a" + number));
        try (var _ = fixture.start(SHORT, 8, new MemoryTurns(), source)) {
            Eventually.holds("three rounds", () -> fixture.outbox.ids().contains("a3"));
        }
        assertThat(fixture.outbox.ids()).startsWith("a1", "a2", "a3");
    }

    @Test
    void fetchesNowEverySourceThatIsNotBeingFetched() {
        var busy = new ScriptedSource("busy", _ -> articles("a")).held();
        var idle = new ScriptedSource("idle", _ -> articles("b"));
        try (var schedule = fixture.start(LONG, 8, new MemoryTurns(), busy, idle)) {
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
        try (var schedule = fixture.start(SHORT, 8, new MemoryTurns(), source)) {
            Eventually.holds("it failed", () -> rested(schedule, 1));
            assertThat(schedule.fetchNow()).isZero();
            assertThat(schedule.statuses().getFirst().nextFetch())
                    .isAfterOrEqualTo(VirtualTime.START.plus(Duration.ofHours(2)));
        }
        assertThat(source.fetches.get()).isEqualTo(1);
    }

    @Test
    void triesAFailingSourceAgainAndSaysSoOnce() {
        var source = new ScriptedSource("one", n -> n < 4 ? broken() : articles("a"));
        try (var schedule = fixture.start(SHORT, 8, new MemoryTurns(), source)) {
            Eventually.holds("it answered", () -> fixture.outbox.ids().contains("a"));
            Eventually.holds(
                    "status clears", () -> schedule.statuses().getFirst().failure() == null);
        }
        assertThat(fixture.messages().stream().filter(line -> line.contains("cannot be fetched")))
                .singleElement()
                .asString()
                .contains(
                        "one cannot be fetched: its host name is not known", "source_unreachable");
        assertThat(fixture.messages()).anyMatch(line -> line.contains("one answers again"));
        assertThat(
                        fixture.registry
                                .get("news.fetch.failures")
                                .tag("code", FailureCode.SOURCE_UNREACHABLE.label())
                                .counter()
                                .count())
                .isEqualTo(3);
    }

    @Test
    void offersTheDemonstrationWhenNoSourceAnswers() {
        var one = new ScriptedSource("one", _ -> broken());
        var two = new ScriptedSource("two", _ -> broken());
        try (var schedule = fixture.start(LONG, 8, new MemoryTurns(), one, two)) {
            Eventually.holds("both failed", () -> rested(schedule, 2));
        }
        assertThat(fixture.messages())
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
        try (var _ = fixture.start(SHORT, 8, new MemoryTurns(), source)) {
            Eventually.holds("it went on", () -> fixture.outbox.ids().contains("a"));
        }
        assertThat(fixture.messages()).anyMatch(line -> line.contains("one failed unexpectedly"));
    }

    @Test
    void keepsArticlesUntilTheBrokerIsBack() {
        fixture.outbox.beAwayFor(5);
        var source = new ScriptedSource("one", n -> articles("a" + n));
        try (var _ = fixture.start(LONG, 8, new MemoryTurns(), source)) {
            Eventually.holds("delivered", () -> fixture.outbox.ids().contains("a1"));
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
        try (var _ =
                fixture.start(LONG, 3, new MemoryTurns(), sources.toArray(PolledSource[]::new))) {
            Eventually.holds("all delivered", () -> fixture.outbox.ids().size() == 40);
        }
        assertThat(busiest.get()).isBetween(1, 3);
    }

    @Test
    void stopsWithinASecondWhateverASourceIsDoing() {
        var stuck = new ScriptedSource("stuck", _ -> articles("a")).held();
        var schedule = fixture.start(LONG, 8, new MemoryTurns(), stuck);
        Eventually.holds("it is stuck", () -> stuck.fetches.get() == 1);
        long before = System.nanoTime();
        schedule.close();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
        assertThat(fixture.outbox.ids()).isEmpty();
    }
}
