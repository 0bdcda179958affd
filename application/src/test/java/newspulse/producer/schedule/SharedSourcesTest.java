package newspulse.producer.schedule;

import static newspulse.producer.schedule.ScheduleFixture.LONG;
import static newspulse.producer.schedule.ScheduleFixture.SHORT;
import static newspulse.producer.schedule.ScheduleFixture.rested;
import static newspulse.producer.schedule.ScriptedSource.articles;
import static newspulse.producer.schedule.ScriptedSource.broken;

import static org.assertj.core.api.Assertions.assertThat;

import newspulse.Eventually;
import newspulse.model.Failure;
import newspulse.model.FailureCode;
import newspulse.producer.Fetched;
import newspulse.producer.MemoryTurns;
import newspulse.producer.VirtualTime;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;

/// What a schedule does with what others know of its sources, and they with what it knows.
final class SharedSourcesTest {
    private final ScheduleFixture fixture = new ScheduleFixture();

    @AfterEach
    void stopListening() {
        fixture.close();
    }

    @Test
    void asksOnlyTheSourcesThatAreItsOwn() {
        var mine = new ScriptedSource("mine", _ -> articles("a"));
        var theirs = new ScriptedSource("theirs", _ -> articles("b"));
        try (var schedule =
                fixture.start(
                        LONG, 8, new MemoryTurns(name -> name.equals("mine")), mine, theirs)) {
            Eventually.holds("it rests", () -> rested(schedule, 1));
            assertThat(schedule.statuses()).extracting(SourceStatus::name).containsExactly("mine");
        }
        assertThat(fixture.outbox.ids()).containsExactly("a");
        assertThat(theirs.fetches.get()).isZero();
    }

    @Test
    void asksNothingWhileNobodySaysWhoseTurnItIs() {
        var turns = new MemoryTurns();
        turns.beAway(true);
        var source = new ScriptedSource("one", _ -> articles("a"));
        try (var schedule = fixture.start(SHORT, 8, turns, source)) {
            Eventually.holds("it looked", () -> turns.looks() > 0);
            assertThat(schedule.statuses().getFirst().state(VirtualTime.START))
                    .isEqualTo(SourceState.WAITING);
            turns.beAway(false);
            schedule.look();
            Eventually.holds("delivered", () -> fixture.outbox.ids().contains("a"));
        }
    }

    @Test
    void goesOnWhereAnotherLeftOff() {
        var turns = new MemoryTurns();
        var source = new ScriptedSource("one", _ -> articles("a"));
        try (var _ = fixture.start(SHORT, 8, turns, source)) {
            Eventually.holds("noted", () -> !turns.known("one").isEmpty());
        }
        turns.note("one", turns.known("one"), LONG);
        var restarted = new ScriptedSource("one", _ -> articles("b"));
        try (var schedule = fixture.start(SHORT, 8, turns, restarted)) {
            Eventually.holds(
                    "it knows what was",
                    () -> schedule.statuses().getFirst().lastSuccess() != null);
            assertThat(fixture.messages())
                    .anyMatch(line -> line.contains("1 of 1 sources answered"));
        }
        assertThat(restarted.fetches.get()).isZero();
    }

    @Test
    void asksASourceThatIsGoneNoMoreAndSaysSoOnce() {
        var turns = new MemoryTurns();
        var gone =
                new Fetched.Gone(new Failure(FailureCode.SOURCE_REFUSED, "it answered 410 Gone"));
        var source = new ScriptedSource("one", _ -> gone);
        try (var schedule = fixture.start(SHORT, 8, turns, source)) {
            Eventually.holds("noted", () -> turns.known("one").contains("410"));
            assertThat(schedule.fetchNow()).isZero();
        }
        turns.note("one", turns.known("one"), Duration.ZERO);
        try (var schedule = fixture.start(SHORT, 8, turns, source)) {
            Eventually.holds(
                    "it is dead, still",
                    () ->
                            schedule.statuses().getFirst().state(VirtualTime.START)
                                    == SourceState.DEAD);
        }
        assertThat(source.fetches.get()).isEqualTo(1);
        assertThat(fixture.messages())
                .filteredOn(line -> line.contains("gone for good"))
                .hasSize(1);
    }

    @Test
    void beginsAnewWithASourceThatTheListHasChanged() {
        var turns = new MemoryTurns();
        var source = new ScriptedSource("one", _ -> articles("a"));
        try (var _ = fixture.start(SHORT, 8, turns, source)) {
            Eventually.holds("noted", () -> !turns.known("one").isEmpty());
        }
        turns.note("one", turns.known("one"), LONG);
        var other = new ScriptedSource("one", _ -> articles("b")).unknown();
        try (var _ = fixture.start(LONG, 8, turns, other)) {
            Eventually.holds("asked at once", () -> fixture.outbox.ids().contains("b"));
        }
    }

    @Test
    void leavesASourceAloneThatAnotherAsksForTheFirstTime() {
        var turns = new MemoryTurns();
        turns.note("one", "", LONG);
        var source = new ScriptedSource("one", _ -> articles("a"));
        try (var _ = fixture.start(SHORT, 8, turns, source)) {
            Eventually.holds("it looked", () -> turns.looks() > 0);
            Eventually.holds(
                    "it counts as answering",
                    () ->
                            fixture.messages().stream()
                                    .anyMatch(line -> line.contains("1 of 1 sources")));
        }
        assertThat(source.fetches.get()).isZero();
    }

    @Test
    void notesNothingUnderAnOlderLeave() {
        var turns = new MemoryTurns();
        var source = new ScriptedSource("one", _ -> articles("a")).held();
        try (var schedule = fixture.start(LONG, 8, turns, source)) {
            Eventually.holds("under way", () -> source.fetches.get() == 1);
            turns.take("one");
            source.letGo();
            Eventually.holds("it rests", () -> rested(schedule, 1));
        }
        assertThat(turns.known("one")).isEmpty();
        assertThat(fixture.outbox.ids()).containsExactly("a");
    }

    @Test
    void seesWhatOtherReplicasNoted() {
        var turns = new MemoryTurns();
        try (var _ = fixture.start(LONG, 8, turns, new ScriptedSource("one", _ -> articles("a")))) {
            Eventually.holds("noted", () -> !turns.known("one").isEmpty());
        }
        var others = new MemoryTurns(_ -> false);
        others.note("one", turns.known("one"), LONG);
        try (var schedule =
                fixture.start(LONG, 8, others, new ScriptedSource("one", _ -> broken()))) {
            assertThat(schedule.statuses()).isEmpty();
            assertThat(schedule.everywhere())
                    .singleElement()
                    .extracting(SourceStatus::articles)
                    .isEqualTo(1L);
        }
    }
}
