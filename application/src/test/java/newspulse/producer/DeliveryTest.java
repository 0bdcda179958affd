package newspulse.producer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

final class DeliveryTest {
    private final RememberingOutbox outbox = new RememberingOutbox();
    private final VirtualTime time = new VirtualTime();
    private final Delivery delivery = new Delivery(outbox, time);

    @Test
    void losesNothingWhileTheBrokerIsAway() throws InterruptedException {
        outbox.beAwayFor(8);
        Receipt receipt = delivery.deliver(raws(700));
        assertThat(receipt).isEqualTo(new Receipt(700, 0, 0));
        assertThat(outbox.ids()).hasSize(700).doesNotHaveDuplicates();
    }

    @Test
    void waitsLongerEachTimeButNeverLongerThanAQuarterOfAMinute() throws InterruptedException {
        outbox.beAwayFor(8);
        Receipt receipt = delivery.deliver(raws(1));
        assertThat(receipt.accepted()).isEqualTo(1);
        assertThat(time.sleeps())
                .extracting(wait -> wait.toMillis())
                .containsExactly(500L, 1000L, 2000L, 4000L, 8000L, 15000L, 15000L, 15000L);
    }

    @Test
    void offersNoMoreThanABatchAtATime() throws InterruptedException {
        Receipt receipt = delivery.deliver(raws(1_200));
        assertThat(receipt.accepted()).isEqualTo(1_200);
        assertThat(outbox.batches()).containsExactly(500, 500, 200);
    }

    @Test
    void tellsAcceptedDuplicateAndRejectedApart() throws InterruptedException {
        Receipt receipt = delivery.deliver(List.of(raw("a"), raw("a"), raw("invalid"), raw("b")));
        assertThat(receipt).isEqualTo(new Receipt(2, 1, 1));
    }

    private static List<Submission> raws(int count) {
        return IntStream.range(0, count).mapToObj(i -> raw("line " + i)).toList();
    }

    private static Submission raw(String text) {
        return new Submission.Raw(text.getBytes(StandardCharsets.UTF_8));
    }
}
