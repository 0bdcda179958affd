package newspulse.producer.replay;

import newspulse.model.Failure;
import newspulse.model.FailureCode;
import newspulse.producer.Delivery;
import newspulse.producer.FetchMetrics;
import newspulse.producer.Receipt;
import newspulse.producer.Sleeper;
import newspulse.producer.SourceKind;
import newspulse.producer.Submission;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Plays a file as a source, streaming: lines go on as the bytes they are, valid or not, so that
/// each of them is accounted for.
public final class ReplaySource {
    private static final Logger LOG = LoggerFactory.getLogger(ReplaySource.class);

    private final Replay replay;
    private final Delivery delivery;
    private final FetchMetrics metrics;
    private final InstantSource clock;
    private final Sleeper sleeper;
    private final ReplayListener listener;

    public ReplaySource(
            Replay replay,
            Delivery delivery,
            FetchMetrics metrics,
            InstantSource clock,
            Sleeper sleeper,
            ReplayListener listener) {
        this.replay = replay;
        this.delivery = delivery;
        this.metrics = metrics;
        this.clock = clock;
        this.sleeper = sleeper;
        this.listener = listener;
    }

    /// Plays the file to its end, or with `loop` until the thread is interrupted; answers for all
    /// passes.
    ///
    /// @throws IOException when the file cannot be read
    public ReplaySummary run() throws InterruptedException, IOException {
        Pacer pacer =
                replay.rate().isPresent()
                        ? new Pacer(replay.rate().getAsDouble(), clock.instant())
                        : null;
        ReplaySummary total = ReplaySummary.NOTHING;
        for (int pass = 1; ; pass++) {
            ReplaySummary played = new Pass(pass, pacer, total.lines()).play();
            total = total.plus(played);
            LOG.info(
                    "Replayed {} (pass {}): {} lines, {} accepted, {} duplicates, {} rejected",
                    replay.file(),
                    pass,
                    played.lines(),
                    played.receipt().accepted(),
                    played.receipt().duplicates(),
                    played.rejected());
            if (!replay.loop() || played.lines() == 0) {
                return total;
            }
        }
    }

    /// One time through the file.
    private final class Pass {
        private final int number;
        private final @Nullable Pacer pacer;
        private final long linesBefore;
        private final int batchSize;
        private final List<Submission> batch = new ArrayList<>();
        private long lines;
        private long tooLong;
        private Receipt receipt = Receipt.NOTHING;

        Pass(int number, @Nullable Pacer pacer, long linesBefore) {
            this.number = number;
            this.pacer = pacer;
            this.linesBefore = linesBefore;
            this.batchSize = pacer == null ? Delivery.MAX_BATCH : pacer.batch(Delivery.MAX_BATCH);
        }

        ReplaySummary play() throws IOException, InterruptedException {
            try (InputStream input = Files.newInputStream(replay.file())) {
                var reader = new LineReader(input);
                for (Line line = reader.next(); line != null; line = reader.next()) {
                    lines++;
                    take(line);
                }
            } catch (ClosedByInterruptException _) {
                throw new InterruptedException("while reading " + replay.file());
            }
            deliver();
            return new ReplaySummary(lines, tooLong, receipt);
        }

        private void take(Line line) throws InterruptedException {
            switch (line) {
                case Line.TooLong skipped -> {
                    tooLong++;
                    reject(skipped);
                }
                case Line.Text text -> {
                    byte[] json = number == 1 ? text.bytes() : NextPass.of(text.bytes(), number);
                    batch.add(new Submission.Raw(json));
                    if (batch.size() == batchSize) {
                        deliver();
                    }
                }
            }
        }

        private void deliver() throws InterruptedException {
            if (batch.isEmpty()) {
                return;
            }
            if (Thread.interrupted()) {
                throw new InterruptedException("before a batch");
            }
            if (pacer != null) {
                long sent = linesBefore + lines - batch.size();
                Duration wait = pacer.untilDue(sent, clock.instant());
                if (wait.isPositive()) {
                    sleeper.sleep(wait);
                }
            }
            metrics.fetched(SourceKind.REPLAY, batch.size());
            receipt = receipt.plus(delivery.deliver(batch));
            batch.clear();
        }
    }

    private void reject(Line.TooLong line) {
        String detail =
                "%d bytes, at most %d are read".formatted(line.bytes(), LineReader.MAX_LINE);
        LOG.warn("{} line {} is skipped: {}", replay.file(), line.number(), detail);
        metrics.failed(FailureCode.TOO_LARGE);
        listener.rejected(line.number(), new Failure(FailureCode.TOO_LARGE, detail));
    }
}
