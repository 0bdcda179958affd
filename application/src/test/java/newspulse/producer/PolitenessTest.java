package newspulse.producer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import newspulse.Eventually;
import newspulse.producer.BadPublisher.Request;
import newspulse.producer.feed.FeedSource;
import newspulse.producer.feed.FeedSpec;
import newspulse.producer.schedule.FetchSchedule;
import newspulse.producer.schedule.SourceStatus;
import newspulse.producer.web.AllowList;
import newspulse.producer.web.Downloader;
import newspulse.producer.web.HostTurns;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/// What a publisher sees of us, however it behaves. A well-behaved feed at another host is asked
/// beside it: once that one was asked so often, another that was not asked meanwhile was left
/// alone.
final class PolitenessTest {
    private static final String BAD = "127.0.0.1";
    private static final String GOOD = "localhost";
    private static final Duration INTERVAL = Duration.ofMillis(20);
    private static final int MANY = 12;

    private final RememberingOutbox outbox = new RememberingOutbox();
    private final MemoryTurns turns = new MemoryTurns();
    private final HostTurns hosts =
            new HostTurns(
                    new HostTurns.Limits(2, Duration.ofMillis(1)),
                    InstantSource.system(),
                    Sleeper.real());
    private final Downloader downloader =
            new Downloader(
                    "Newspulse/1 (+mailto:desk@news.example)",
                    new Downloader.Limits(Duration.ofMillis(500), Duration.ofMillis(800), 1 << 20),
                    AllowList.of("127.0.0.1, ::1"),
                    hosts,
                    InstantSource.system());
    private BadPublisher publisher;

    @BeforeEach
    void open() throws IOException {
        publisher = new BadPublisher();
        publisher.on("/good", (_, number, out) -> BadPublisher.ok(out, "", "good" + number));
    }

    @AfterEach
    void close() throws IOException {
        downloader.close();
        publisher.close();
    }

    @Test
    void fetchesAVersionOnceAndEchoesItsTagExactly() {
        String tag = "W/\"odd, but \\ theirs\"";
        publisher.on(
                "/bad",
                (request, _, out) -> {
                    if (tag.equals(request.headers().get("if-none-match"))) {
                        BadPublisher.say(out, "304 Not Modified", "", "");
                    } else {
                        BadPublisher.ok(out, "ETag: " + tag + "\r\n", "one");
                    }
                });
        try (var _ = start("/bad")) {
            Eventually.holds("asked again", () -> publisher.requests("/bad").size() == MANY);
        }
        List<Request> requests = publisher.requests("/bad");
        assertThat(requests.getFirst().headers())
                .doesNotContainKey("if-none-match")
                .containsEntry("user-agent", "Newspulse/1 (+mailto:desk@news.example)");
        assertThat(requests.subList(1, MANY))
                .allSatisfy(request ->
                        assertThat(request.headers()).containsEntry("if-none-match", tag));
        assertThat(outbox.ids().stream().filter(id -> id.endsWith("one"))).hasSize(1);
    }

    @Test
    void followsAChainOfMovesOnceAndAsksItsEndFromThenOn() {
        publisher.on("/bad", (_, _, out) -> BadPublisher.moved(out, 301, "/second"));
        publisher.on("/second", (_, _, out) -> BadPublisher.moved(out, 308, "/third"));
        publisher.on("/third", (_, _, out) -> BadPublisher.ok(out, "", "third"));
        try (var _ = start("/bad")) {
            Eventually.holds("asked again", () -> publisher.requests("/third").size() == MANY);
        }
        assertThat(publisher.requests("/bad")).hasSize(1);
        assertThat(publisher.requests("/second")).hasSize(1);
        try (var _ = start("/bad")) {
            Eventually.holds("after a restart", () -> publisher.requests("/third").size() > MANY);
        }
        assertThat(publisher.requests("/bad")).hasSize(1);
    }

    @Test
    void givesUpOnAChainThatLeadsInACircle() {
        publisher.on("/bad", (_, _, out) -> BadPublisher.moved(out, 301, "/round"));
        publisher.on("/round", (_, _, out) -> BadPublisher.moved(out, 301, "/bad"));
        try (var schedule = start("/bad")) {
            Eventually.holds("it failed", () -> failure(schedule).contains("redirects"));
        }
        assertThat(publisher.requests().size()).isLessThanOrEqualTo(6 * 3);
    }

    @Test
    void asksNeverAgainWhatIsGone() {
        publisher.on("/bad", (_, _, out) -> BadPublisher.say(out, "410 Gone", "", ""));
        try (var _ = start("/bad")) {
            awaitGoodOne();
        }
        try (var _ = start("/bad")) {
            awaitGoodOne();
        }
        assertThat(publisher.requests("/bad")).hasSize(1);
    }

    @Test
    void leavesAHostAloneThatSaysItWasAskedTooOften() {
        publisher.on(
                "/bad",
                (_, _, out) ->
                        BadPublisher.say(
                                out, "429 Too Many Requests", "Retry-After: 3600\r\n", ""));
        publisher.on("/neighbour", (_, number, out) -> BadPublisher.ok(out, "", "n" + number));
        try (var schedule = start("/bad")) {
            Eventually.holds("refused", () -> failure(schedule).contains("429"));
            int before = publisher.requests("/neighbour").size();
            try (var _ = start("/neighbour")) {
                awaitGoodOne();
            }
            assertThat(publisher.requests("/neighbour")).hasSize(before);
            assertThat(schedule.fetchNow()).isLessThanOrEqualTo(1);
        }
        assertThat(publisher.requests("/bad")).hasSize(1);
    }

    @Test
    void asksLessAndLessWhereItFails() {
        Map<String, BadPublisher.Script> scripts =
                Map.of(
                        "/500", (_, _, out) -> BadPublisher.say(out, "500 Oops", "", ""),
                        "/503", (_, _, out) -> BadPublisher.say(out, "503 Later", "", ""),
                        "/404", (_, _, out) -> BadPublisher.say(out, "404 Nothing", "", ""),
                        "/html", (_, _, out) -> BadPublisher.type(out, "text/html", "<html><p>Hi"),
                        "/image",
                                (_, _, out) ->
                                        BadPublisher.type(out, "image/png", "\u0089PNG\r\n\u001a"),
                        "/cut",
                                (_, _, out) ->
                                        out.write(
                                                BadPublisher.bytes(
                                                        "HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n<rss")),
                        "/none", (_, _, _) -> {},
                        "/noise",
                                (_, _, out) ->
                                        out.write(BadPublisher.bytes("no http at all\r\n\r\n")));
        scripts.forEach(publisher::on);
        try (var schedule = start(scripts.keySet().toArray(String[]::new))) {
            Eventually.holds(
                    "each failed four times",
                    () ->
                            schedule.statuses().stream()
                                    .filter(status -> !status.name().equals("/good"))
                                    .allMatch(status -> status.failures() >= 4));
        }
        // Failures wait 1, 2 and 4 intervals: the fourth request comes after 7 of them at least.
        for (String path : scripts.keySet()) {
            List<Request> requests = publisher.requests(path);
            Duration four = between(requests.getFirst(), requests.get(3));
            assertThat(four).as(path).isGreaterThan(INTERVAL.multipliedBy(6));
        }
    }

    @Test
    void waitsForNobodyWhoDripsAndLetsNobodyWaitForThem() {
        publisher.on("/silent", (_, _, _) -> Thread.sleep(60_000));
        publisher.on(
                "/drip",
                (_, _, out) -> {
                    out.write(BadPublisher.bytes("HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n"));
                    for (int i = 0; i < 900; i++) {
                        out.write('<');
                        out.flush();
                        Thread.sleep(50);
                    }
                });
        try (var schedule = start("/silent", "/drip")) {
            Eventually.holds(
                    "both failed",
                    () ->
                            schedule.statuses().stream()
                                            .filter(status -> status.failures() > 0)
                                            .count()
                                    == 2);
            assertThat(publisher.requests("/good").size()).isGreaterThan(2);
            Eventually.holds("the line is cut", () -> publisher.broken() > 0);
        }
    }

    @Test
    void asksNotBeforeAnAnswerIsStale() {
        publisher.on(
                "/aged",
                (_, _, out) -> BadPublisher.ok(out, "Cache-Control: max-age=3000\r\n", "a"));
        publisher.on(
                "/expires",
                (_, _, out) ->
                        BadPublisher.ok(out, "Expires: Sun, 01 Mar 2099 12:00:00 GMT\r\n", "b"));
        try (var _ = start(Duration.ofHours(1), "/aged", "/expires")) {
            awaitGoodOne();
        }
        assertThat(publisher.requests("/aged")).hasSize(1);
        assertThat(publisher.requests("/expires")).hasSize(1);
    }

    @Test
    void asksAHostForNoMoreThanTwoDocumentsAtATime() {
        String[] paths = IntStream.range(0, 30).mapToObj(i -> "/many" + i).toArray(String[]::new);
        for (String path : paths) {
            publisher.on(
                    path,
                    (_, _, out) -> {
                        Thread.sleep(5);
                        BadPublisher.ok(out, "Cache-Control: max-age=3000\r\n", path.substring(1));
                    });
        }
        try (var _ = start(Duration.ofHours(1), paths)) {
            Eventually.holds(
                    "all asked",
                    () ->
                            List.of(paths).stream()
                                    .noneMatch(path -> publisher.requests(path).isEmpty()));
        }
        // The good feed, at another host, may be asked beside them.
        assertThat(publisher.busiest()).isBetween(2, 3);
    }

    private void awaitGoodOne() {
        int before = publisher.requests("/good").size();
        Eventually.holds(
                "the good one was asked often",
                () -> publisher.requests("/good").size() >= before + MANY);
    }

    private static String failure(FetchSchedule schedule) {
        SourceStatus first = schedule.statuses().getFirst();
        return first.failure() == null ? "" : Objects.requireNonNull(first.failure()).detail();
    }

    private FetchSchedule start(String... paths) {
        return start(INTERVAL, paths);
    }

    private FetchSchedule start(Duration longest, String... paths) {
        List<PolledSource> sources =
                new ArrayList<>(List.of(paths).stream().map(path -> feed(BAD, path)).toList());
        sources.add(feed(GOOD, "/good"));
        var parts =
                new FetchSchedule.Parts(
                        new Delivery(outbox, Sleeper.real()),
                        turns,
                        hosts,
                        new FetchMetrics(new SimpleMeterRegistry()),
                        InstantSource.system());
        return FetchSchedule.start(
                sources, new FetchSchedule.Rules(INTERVAL, longest, 50), parts, 1);
    }

    private PolledSource feed(String host, String path) {
        URI address = URI.create(publisher.address(host, path));
        return new FeedSource(
                new FeedSpec(path, "The Paper", address, null, "en", true),
                downloader,
                InstantSource.system());
    }

    private static Duration between(Request one, Request other) {
        return Duration.ofNanos(other.nanos() - one.nanos());
    }
}
