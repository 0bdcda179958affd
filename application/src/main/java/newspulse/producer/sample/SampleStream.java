package newspulse.producer.sample;

import newspulse.intake.ArticleDraft;
import newspulse.producer.Delivery;
import newspulse.producer.FetchMetrics;
import newspulse.producer.Sleeper;
import newspulse.producer.SourceKind;
import newspulse.producer.Submission;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;

/// A lively stream of samples: some that look hours old at once, then one or two a second.
public final class SampleStream {
    static final int OPENING = 30;

    private static final Duration OPENING_SPAN = Duration.ofHours(6);
    private static final int SHORTEST_PAUSE_MS = 400;
    private static final int LONGEST_PAUSE_MS = 1_000;

    private final Delivery delivery;
    private final FetchMetrics metrics;
    private final InstantSource clock;
    private final Sleeper sleeper;
    private final SampleNews news;
    private final SplittableRandom random;

    /// The same seed at the same time gives the same stream.
    public SampleStream(
            Delivery delivery,
            FetchMetrics metrics,
            InstantSource clock,
            Sleeper sleeper,
            long seed) {
        this.delivery = delivery;
        this.metrics = metrics;
        this.clock = clock;
        this.sleeper = sleeper;
        this.news = SampleNews.builtIn(seed, clock.instant());
        this.random = new SplittableRandom(seed);
    }

    /// Runs until its thread is interrupted.
    public void run() throws InterruptedException {
        deliver(news.opening(OPENING, OPENING_SPAN, clock.instant()));
        while (true) {
            int pause = random.nextInt(SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS);
            sleeper.sleep(Duration.ofMillis(pause));
            deliver(List.of(news.next(clock.instant())));
        }
    }

    private void deliver(List<ArticleDraft> drafts) throws InterruptedException {
        metrics.fetched(SourceKind.SAMPLE, drafts.size());
        delivery.deliver(drafts.stream().map(Submission.Draft::new).toList());
    }
}
