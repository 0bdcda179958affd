package newspulse.api;

import static org.assertj.core.api.Assertions.assertThat;

import newspulse.model.Revision;

import org.junit.jupiter.api.Test;

class LiveRingTest {
    private final LiveRing ring = new LiveRing(3);

    @Test
    void keepsTheNewestNewestFirst() {
        for (int i = 0; i < 5; i++) {
            assertThat(ring.take(Articles.arrival("a" + i))).isTrue();
        }
        assertThat(ring.newest(10))
                .containsExactly(Articles.json("a4"), Articles.json("a3"), Articles.json("a2"));
        assertThat(ring.newest(1)).containsExactly(Articles.json("a4"));
    }

    @Test
    void aLaterAnalysisOfWhatHasLeftIsPassedOnAndDoesNotComeBack() {
        for (int i = 0; i < 4; i++) {
            ring.take(Articles.arrival("a" + i));
        }
        assertThat(ring.take(Articles.arrival("a0", new Revision(1, 2), 0.5))).isTrue();
        assertThat(ring.newest(10))
                .containsExactly(Articles.json("a3"), Articles.json("a2"), Articles.json("a1"));
        Arrival changed = Articles.arrival("a0", new Revision(2, 1), 0.5);
        assertThat(ring.take(changed)).isTrue();
        assertThat(ring.newest(1)).containsExactly(changed.json());
    }

    @Test
    void aHigherRevisionTakesThePlaceOfTheLowerAndNothingElseDoes() {
        Arrival second = Articles.arrival("a", new Revision(1, 2), 0.5);
        assertThat(ring.take(Articles.arrival("a"))).isTrue();
        assertThat(ring.take(Articles.arrival("b"))).isTrue();
        assertThat(ring.take(second)).isTrue();
        assertThat(ring.take(second)).isFalse();
        assertThat(ring.take(Articles.arrival("a"))).isFalse();
        assertThat(ring.newest(10)).containsExactly(Articles.json("b"), second.json());
    }
}
