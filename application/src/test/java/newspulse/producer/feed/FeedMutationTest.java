package newspulse.producer.feed;

import static org.assertj.core.api.Assertions.assertThat;

import newspulse.intake.ArticleDraft;
import newspulse.intake.Intake;

import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/// Whatever becomes of a feed on its way, reading it neither throws nor hangs nor takes much
/// memory. 20,000 documents here; a million with `-Dnewspulse.mutations=1000000` (nightly). A
/// failure names the seed and the document; `-Dnewspulse.seed` plays it again.
final class FeedMutationTest {
    private static final int COUNT = Integer.getInteger("newspulse.mutations", 20_000);
    private static final long SEED = Long.getLong("newspulse.seed", 4_711L);
    private static final URI ADDRESS = URI.create("https://news.example/feed");

    /// No document takes a hundredth of it; only one that hangs takes it all.
    private static final int LONGEST_SECONDS = 30;

    /// What reading one may allocate in all, most of it dropped at once; a document has 32 Ki
    /// characters at most.
    private static final long MOST_BYTES = 256L << 20;

    private final AtomicInteger done = new AtomicInteger();
    private int articles;

    @Test
    void noMutationThrowsHangsOrTakesMuchMemory() throws Exception {
        System.out.printf("%d mutations with seed %d%n", COUNT, SEED);
        var run = new FutureTask<>(this::readAll);
        Thread thread = Thread.ofPlatform().name("mutations").daemon().start(run);
        int before = -1;
        while (true) {
            try {
                run.get(LONGEST_SECONDS, TimeUnit.SECONDS);
                break;
            } catch (TimeoutException _) {
                int now = done.get();
                assertThat(now)
                        .as("hangs in %s", List.of(thread.getStackTrace()))
                        .isGreaterThan(before);
                before = now;
            }
        }
        assertThat(done).hasValue(COUNT);
        assertThat(articles).as("articles that came through").isGreaterThan(COUNT / 10);
    }

    private Void readAll() {
        var random = new SplittableRandom(SEED);
        for (int i = 0; i < COUNT; i++) {
            byte[] document = new FeedMutator(random.split()).next();
            long before = allocated();
            try {
                articles += read(document);
            } catch (Throwable e) {
                throw new AssertionError(told(i, document), e);
            }
            assertThat(allocated() - before).as(told(i, document)).isLessThan(MOST_BYTES);
            done.incrementAndGet();
        }
        return null;
    }

    private static int read(byte[] document) {
        var spec = new FeedSpec("Feed", "Feed", ADDRESS, null, "ko", true);
        return switch (FeedReader.read(document, FeedContext.of(ADDRESS, null, "ko"))) {
            case FeedReading.NotAFeed _, FeedReading.Page _ -> 0;
            case FeedReading.Feed feed -> {
                var drafts = new FeedDrafts(spec);
                int admitted = 0;
                for (FeedEntry entry : drafts.identified(feed.entries())) {
                    ArticleDraft draft = drafts.draft(entry, Instant.EPOCH);
                    boolean isArticle =
                            draft != null
                                    && Intake.derivingIds().check(draft) instanceof Intake.Admitted;
                    admitted += isArticle ? 1 : 0;
                }
                yield admitted;
            }
        };
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }

    private static String told(int number, byte[] document) {
        return "seed %d, document %d of %d bytes".formatted(SEED, number, document.length);
    }
}
