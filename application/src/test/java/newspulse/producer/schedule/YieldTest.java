package newspulse.producer.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.SplittableRandom;

final class YieldTest {
    @Test
    void isTooLittleAfterThreeAnswersInARowWithLessThanHalfOfTheFewest() {
        Yield yield = after(20, 18, 25, 20, 22, 19, 20, 20);
        for (int answers = 0; answers < 2; answers++) {
            yield = yield.after(8, false);
            assertThat(yield.isTooLittle()).isFalse();
        }
        yield = yield.after(0, false);
        assertThat(yield.isTooLittle()).isTrue();
        assertThat(yield.fewest()).isEqualTo(18);
        assertThat(yield.mostOfLow()).isEqualTo(8);
        for (int answers = 0; answers < 100; answers++) {
            yield = yield.after(0, false);
        }
        assertThat(yield.isTooLittle()).as("it does not get used to it").isTrue();
        assertThat(yield.after(20, false).isTooLittle()).isFalse();
    }

    @Test
    void knowsNothingOfASourceWithoutAPast() {
        Yield yield = after(20, 20, 20, 20, 0, 0, 0);
        assertThat(yield.isTooLittle()).isFalse();
    }

    @Test
    void takesASourceThatNeverGaveMuchAsItIs() {
        assertThat(after(new int[50]).isTooLittle()).isFalse();
    }

    @Test
    void beginsANewPastWithASmallAnswerThatBringsNews() {
        Yield yield = after(20, 20, 20, 20, 20, 20, 20, 20).after(2, false).after(2, false);
        yield = yield.after(2, true);
        assertThat(yield.past()).containsExactly(2);
        assertThat(yield.low()).isEmpty();
    }

    @Test
    void hardlyEverBlamesASourceWhoseAnswersVary() {
        var random = new SplittableRandom(7);
        int blamed = 0;
        for (int source = 0; source < 1_000; source++) {
            Yield yield = Yield.UNKNOWN;
            boolean suspected = false;
            for (int answer = 0; answer < 100; answer++) {
                yield = yield.after(10 + random.nextInt(30), false);
                suspected |= yield.isTooLittle();
            }
            blamed += suspected ? 1 : 0;
        }
        assertThat(blamed).isLessThan(5);
    }

    private static Yield after(int... answers) {
        Yield yield = new Yield(List.of(), List.of());
        for (int articles : answers) {
            yield = yield.after(articles, false);
        }
        return yield;
    }
}
