package newspulse.openapi;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import newspulse.model.Failure;
import newspulse.model.FailureCode;
import newspulse.producer.Delivery;
import newspulse.producer.FetchMetrics;
import newspulse.producer.Fetched;
import newspulse.producer.MemoryTurns;
import newspulse.producer.PolledSource;
import newspulse.producer.RememberingOutbox;
import newspulse.producer.Sleeper;
import newspulse.producer.SourceKind;
import newspulse.producer.schedule.FetchSchedule;
import newspulse.producer.schedule.SourceStatus;
import newspulse.producer.web.HostTurns;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// A schedule of two sources, one that answers and one that does not.
final class TwoSources implements AutoCloseable {
    private final FetchSchedule schedule;

    TwoSources() {
        InstantSource clock = InstantSource.system();
        schedule =
                FetchSchedule.start(
                        List.of(
                                new Named("well", new Fetched.Unchanged(Duration.ZERO)),
                                new Named(
                                        "ill",
                                        new Fetched.Broken(
                                                new Failure(
                                                        FailureCode.SOURCE_REFUSED,
                                                        "it answered 404 Not Found")))),
                        new FetchSchedule.Rules(Duration.ofHours(1), Duration.ofHours(1), 2),
                        new FetchSchedule.Parts(
                                new Delivery(new RememberingOutbox(), Sleeper.real()),
                                new MemoryTurns(),
                                new HostTurns(
                                        new HostTurns.Limits(1, Duration.ZERO),
                                        clock,
                                        Sleeper.real()),
                                new FetchMetrics(new SimpleMeterRegistry()),
                                clock),
                        1);
    }

    List<SourceStatus> statuses() {
        return schedule.everywhere();
    }

    @Override
    public void close() {
        schedule.close();
    }

    private record Named(String name, Fetched answer) implements PolledSource {
        @Override
        public SourceKind kind() {
            return SourceKind.FEED;
        }

        @Override
        public Fetched fetch() {
            return answer;
        }
    }
}
