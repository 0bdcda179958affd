package newspulse.producer.web;

import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.HttpResponse;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/// Waits for one answer, and gives up on one that does not begin or hardly goes on.
final class Transfer {
    /// A server may take a breath, so the first seconds are not held against it.
    private static final Duration GRACE = Duration.ofSeconds(3);

    private static final int SLOWEST_BYTES_PER_SECOND = 512;
    private static final int LOOK_MILLIS = 200;

    private final Duration firstByte;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong begun = new AtomicLong();
    private final long asked = System.nanoTime();

    Transfer(Duration firstByte) {
        this.firstByte = firstByte;
    }

    /// It did not begin in time, or comes too slowly.
    static final class TooSlowException extends Exception {
        private static final long serialVersionUID = 1L;

        TooSlowException(String message) {
            super(message);
        }
    }

    AggregatedHttpResponse await(HttpResponse response)
            throws InterruptedException, ExecutionException, TooSlowException {
        HttpResponse watched =
                response.peekHeaders(_ -> begun.compareAndSet(0, System.nanoTime()))
                        .peekData(data -> bytes.addAndGet(data.length()));
        CompletableFuture<AggregatedHttpResponse> answer = watched.aggregate();
        try {
            while (true) {
                try {
                    return answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException _) {
                    hurry();
                }
            }
        } catch (InterruptedException | TooSlowException e) {
            watched.abort();
            throw e;
        }
    }

    private void hurry() throws TooSlowException {
        long now = System.nanoTime();
        long since = begun.get();
        if (since == 0) {
            if (now - asked > firstByte.toNanos()) {
                throw new TooSlowException(
                        "no answer began within " + firstByte.toMillis() + " ms");
            }
        } else if (now - since > GRACE.toNanos()
                && bytes.get() < SLOWEST_BYTES_PER_SECOND * (double) (now - since) / 1e9) {
            throw new TooSlowException(
                    "its answer comes with less than "
                            + SLOWEST_BYTES_PER_SECOND
                            + " bytes a second");
        }
    }
}
