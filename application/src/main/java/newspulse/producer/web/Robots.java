package newspulse.producer.web;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// Which pages their hosts let crawlers fetch (RFC 9309). It is asked for pages only: a feed is
/// published for readers to fetch, by its address, and no link of it is crawled.
///
/// A host's rules are fetched once and kept for a day. Where there are none (4xx), everything may
/// be fetched; where they cannot be had (5xx, no answer), nothing, and they are asked for again
/// after some minutes. No more than 500 KiB of them are read.
public final class Robots {
    /// The name by which rules speak of us (RFC 9309, section 2.2.1).
    static final String NAME = "newspulse";

    private static final int MAX_BYTES = 500 * 1024;
    private static final int MAX_HOSTS = 5_000;
    private static final int LOCKS = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration KEPT_FOR = Duration.ofDays(1);
    private static final Duration ASKED_AGAIN_AFTER = Duration.ofMinutes(10);

    private final Downloader downloader;
    private final HostTurns turns;
    private final InstantSource clock;
    private final ReentrantLock[] asking = new ReentrantLock[LOCKS];
    private final Map<String, Rules> known = new LinkedHashMap<>(16, 0.75f, true);

    private record Rules(BaseRobotRules rules, Instant until) {}

    /// Asks nothing yet.
    ///
    /// @param turns those of the downloader: rules are fetched in turn with everything else
    public Robots(Downloader downloader, HostTurns turns, InstantSource clock) {
        this.downloader = downloader;
        this.turns = turns;
        this.clock = clock;
        Arrays.setAll(asking, _ -> new ReentrantLock());
    }

    /// Whether the page may be fetched; asks its host for its rules where they are not known: in
    /// turn, or after ten seconds without, for whoever calls may hold the host's only turn. Blocks.
    public boolean allows(URI page) throws InterruptedException {
        String host = page.getHost();
        if (host == null || page.getScheme() == null) {
            return false;
        }
        String origin =
                (page.getScheme() + "://" + host + (page.getPort() < 0 ? "" : ":" + page.getPort()))
                        .toLowerCase(Locale.ROOT);
        return rules(origin, host).isAllowed(page.toString());
    }

    private BaseRobotRules rules(String origin, String host) throws InterruptedException {
        BaseRobotRules rules = remembered(origin);
        if (rules != null) {
            return rules;
        }
        // One asks, the others wait for what it learns.
        ReentrantLock lock = asking[Math.floorMod(origin.hashCode(), LOCKS)];
        lock.lockInterruptibly();
        try {
            rules = remembered(origin);
            if (rules != null) {
                return rules;
            }
            Rules asked = ask(URI.create(origin + "/robots.txt"), host);
            remember(origin, asked);
            return asked.rules();
        } finally {
            lock.unlock();
        }
    }

    private Rules ask(URI address, String host) throws InterruptedException {
        var request = new DownloadRequest(address, Map.of(), DownloadRequest.MAX_REDIRECTS);
        Optional<HostTurns.Visit> turn = turns.pass(host, PATIENCE);
        Download answer;
        try {
            answer = downloader.get(request);
        } finally {
            turn.ifPresent(HostTurns.Visit::close);
        }
        Instant now = clock.instant();
        return switch (answer) {
            case Download.Content content ->
                    new Rules(parsed(address, content.body()), now.plus(KEPT_FOR));
            case Download.Refused refused when isAbsent(refused.status()) ->
                    new Rules(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL), now.plus(KEPT_FOR));
            case Download.Refused _, Download.Unreachable _, Download.NotModified _ ->
                    new Rules(
                            new SimpleRobotRules(RobotRulesMode.ALLOW_NONE),
                            now.plus(ASKED_AGAIN_AFTER));
        };
    }

    /// A host that asks for patience has not said that it has no rules.
    private static boolean isAbsent(int status) {
        return status >= 400 && status < 500 && status != 429;
    }

    /// What is cut off in the middle of a line says nothing.
    private static BaseRobotRules parsed(URI address, byte[] body) {
        int end = body.length;
        if (end > MAX_BYTES) {
            end = MAX_BYTES;
            while (end > 0 && body[end - 1] != '\n' && body[end - 1] != '\r') {
                end--;
            }
        }
        byte[] read = end == body.length ? body : Arrays.copyOf(body, end);
        return new SimpleRobotRulesParser()
                .parseContent(address.toString(), read, "text/plain", List.of(NAME));
    }

    private synchronized @Nullable BaseRobotRules remembered(String origin) {
        Rules rules = known.get(origin);
        return rules == null || rules.until().isBefore(clock.instant()) ? null : rules.rules();
    }

    private synchronized void remember(String origin, Rules rules) {
        known.put(origin, rules);
        if (known.size() > MAX_HOSTS) {
            known.remove(known.keySet().iterator().next());
        }
    }
}
