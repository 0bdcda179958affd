package newspulse.producer.schedule;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import newspulse.producer.Delivery;
import newspulse.producer.FetchMetrics;
import newspulse.producer.PolledSource;
import newspulse.producer.RememberingOutbox;
import newspulse.producer.Turns;
import newspulse.producer.VirtualTime;
import newspulse.producer.web.HostTurns;

import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;

/// A schedule's surroundings, and what it logs.
final class ScheduleFixture implements AutoCloseable {
    static final Duration LONG = Duration.ofHours(1);
    static final Duration SHORT = Duration.ofMillis(5);

    final RememberingOutbox outbox = new RememberingOutbox();
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final VirtualTime time = new VirtualTime();
    private final Logger logger =
            (Logger) LoggerFactory.getLogger(FetchSchedule.class.getPackageName());
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    ScheduleFixture() {
        log.start();
        logger.addAppender(log);
    }

    FetchSchedule start(Duration interval, int concurrency, Turns turns, PolledSource... sources) {
        var hosts = new HostTurns(new HostTurns.Limits(2, Duration.ZERO), time, time);
        var parts =
                new FetchSchedule.Parts(
                        new Delivery(outbox, time), turns, hosts, new FetchMetrics(registry), time);
        var rules = new FetchSchedule.Rules(interval, interval, concurrency);
        return FetchSchedule.start(List.of(sources), rules, parts, 1);
    }

    List<String> messages() {
        return List.copyOf(log.list).stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    static boolean rested(FetchSchedule schedule, int sources) {
        return schedule.statuses().stream().filter(status -> status.nextFetch() != null).count()
                == sources;
    }

    @Override
    public void close() {
        logger.detachAppender(log);
    }
}
