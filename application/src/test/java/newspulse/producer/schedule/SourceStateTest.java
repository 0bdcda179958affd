package newspulse.producer.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import newspulse.model.Failure;
import newspulse.model.FailureCode;
import newspulse.producer.SourceKind;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

final class SourceStateTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration INTERVAL = Duration.ofMinutes(5);
    private static final Failure FAILURE =
            new Failure(FailureCode.SOURCE_UNREACHABLE, "no connection");

    private final SourceHistory history =
            new SourceHistory(
                    SourceStatus.fresh("one", SourceKind.FEED, INTERVAL),
                    new Pace(INTERVAL, Duration.ofHours(1)));

    @Test
    void waitsUntilItIsAsked() {
        assertThat(at(Duration.ofHours(1))).isEqualTo(SourceState.WAITING);
    }

    @Test
    void livesWhileItAnswersInTime() {
        answers(Duration.ofMillis(200), 10);
        assertThat(at(Duration.ofMinutes(10))).isEqualTo(SourceState.LIVE);
    }

    @Test
    void isSlowWhereItsAnswersTakeLong() {
        answers(Duration.ofSeconds(9), 10);
        assertThat(at(Duration.ZERO)).isEqualTo(SourceState.SLOW);
    }

    @Test
    void isSlowThenStaleThenDeadWhereItFails() {
        answers(Duration.ofMillis(200), 10);
        history.failed(0, FAILURE, null);
        history.rests(START, Duration.ofHours(1));
        assertThat(at(Duration.ofMinutes(10))).isEqualTo(SourceState.SLOW);
        assertThat(at(Duration.ofMinutes(12))).isEqualTo(SourceState.STALE);
        assertThat(at(Duration.ofHours(25))).isEqualTo(SourceState.DEAD);
    }

    @Test
    void isNotStaleWhileItsAnswerStaysGoodByItsOwnAccount() {
        answers(Duration.ofMillis(200), 10);
        history.rests(START, Duration.ofHours(1));
        assertThat(at(Duration.ofHours(2))).isEqualTo(SourceState.LIVE);
        assertThat(at(Duration.ofHours(3))).isEqualTo(SourceState.STALE);
    }

    @Test
    void isDeadAtOnceWhereItIsGone() {
        answers(Duration.ofMillis(200), 10);
        history.gone(FAILURE);
        assertThat(at(Duration.ZERO)).isEqualTo(SourceState.DEAD);
    }

    @Test
    void isSilentWhereItAnswersWithLessThanItsPastSays() {
        for (int answer = 0; answer < 10; answer++) {
            answers(Duration.ofMillis(200), 20);
        }
        for (int answer = 0; answer < 3; answer++) {
            assertThat(at(Duration.ZERO)).isEqualTo(SourceState.LIVE);
            answers(Duration.ofMillis(200), 0);
        }
        assertThat(at(Duration.ZERO)).isEqualTo(SourceState.SILENT);
        assertThat(history.status().silence(START))
                .isEqualTo(new Silence(Silence.Kind.FEW_ARTICLES, 0, 20));
        answers(Duration.ofMillis(200), 20);
        assertThat(at(Duration.ZERO)).isEqualTo(SourceState.LIVE);
    }

    @Test
    void isSilentWhereNothingNewComesForLong() {
        Instant now = START;
        for (int hour = 0; hour < 24 * 9; hour++) {
            now = now.plus(Duration.ofHours(1));
            history.asked(now, Duration.ZERO);
            history.answered(Duration.ofMillis(200));
            history.gave(20, 1, now);
        }
        Instant later = now.plus(Duration.ofHours(4));
        history.gaveTheSame(later);
        assertThat(SourceState.of(history.status(), later)).isEqualTo(SourceState.SILENT);
        assertThat(history.status().silence(later))
                .isEqualTo(new Silence(Silence.Kind.LONG_PAUSE, 14_400, 3_600));
    }

    @Test
    void isTheSameAfterARestart() {
        for (int answer = 0; answer < 12; answer++) {
            answers(Duration.ofMillis(200), 20);
        }
        history.failed(3, FAILURE, START.plus(INTERVAL));
        SourceStatus before = history.status();
        String written = new SourceMemory(before, Map.of("etag", "\"a\"")).write();
        SourceMemory read = Objects.requireNonNull(SourceMemory.read(written));
        assertThat(read.status()).isEqualTo(before);
        assertThat(read.learnt()).containsEntry("etag", "\"a\"");
    }

    @Test
    void beginsAnewWhereAnotherVersionNoted() {
        assertThat(SourceMemory.read("")).isNull();
        assertThat(SourceMemory.read("{\"status\":7}")).isNull();
        assertThat(SourceMemory.read("{}")).isNull();
    }

    private void answers(Duration time, int articles) {
        history.asked(START, Duration.ZERO);
        history.answered(time);
        history.gave(articles, 0, START);
    }

    private SourceState at(Duration later) {
        return SourceState.of(history.status(), START.plus(later));
    }
}
