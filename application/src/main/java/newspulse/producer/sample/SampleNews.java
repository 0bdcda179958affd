package newspulse.producer.sample;

import newspulse.intake.ArticleDraft;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/// Makes up news. Every event happens before any happens again; some are reported by several
/// publishers, breaking ones by as many as have a headline for them.
public final class SampleNews {
    private static final double SEVERAL_REPORT = 0.45;
    private static final double FOLLOW_UP_NEXT = 0.5;

    private final List<SampleTexts> texts;
    private final Random random;
    private final String edition;
    private final Deque<Event> events = new ArrayDeque<>();
    private final Deque<Report> followUps = new ArrayDeque<>();
    private int made;

    /// @param edition keeps the addresses of one run apart from another's
    SampleNews(List<SampleTexts> texts, long seed, String edition) {
        this.texts = List.copyOf(texts);
        this.random = new Random(seed);
        this.edition = edition;
    }

    /// The texts that are built in, English and Korean.
    public static SampleNews builtIn(long seed, Instant start) {
        return new SampleNews(
                List.of(SampleTexts.builtIn("en"), SampleTexts.builtIn("ko")),
                seed,
                Long.toString(start.getEpochSecond(), Character.MAX_RADIX));
    }

    /// So many articles published over the time before `now`, the oldest first.
    public List<ArticleDraft> opening(int count, Duration before, Instant now) {
        List<ArticleDraft> drafts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Duration ago = before.multipliedBy(count - i).dividedBy(count);
            drafts.add(next(now.minus(ago).minusSeconds(random.nextInt(60))));
        }
        return drafts;
    }

    /// One more article.
    ArticleDraft next(Instant published) {
        boolean followUp = !followUps.isEmpty() && random.nextDouble() < FOLLOW_UP_NEXT;
        return followUp ? draft(followUps.pop(), published) : draft(happen(), published);
    }

    /// Something happens: its first report; the others follow.
    private Report happen() {
        if (events.isEmpty()) {
            shuffle();
        }
        Event event = events.pop();
        SampleTemplate template = event.template();
        List<String> publishers = new ArrayList<>(event.texts().publishers());
        Collections.shuffle(publishers, random);
        int most = Math.min(template.titles().size(), publishers.size());
        boolean several = template.breaking() || random.nextDouble() < SEVERAL_REPORT;
        int reports = template.breaking() ? most : several ? random.nextInt(2, most + 1) : 1;
        var slots = new Slots(event.texts().words(), random);
        template.titles().forEach(slots::define);
        slots.define(template.lead());
        slots.define(template.body());
        int headline = random.nextInt(template.titles().size());
        List<Report> made = new ArrayList<>();
        for (int i = 0; i < reports; i++) {
            String title = template.titles().get((headline + i) % template.titles().size());
            made.add(
                    new Report(
                            publishers.get(i),
                            template.category(),
                            slots.fill(title),
                            slots.fill(template.lead()),
                            slots.fill(template.body())));
        }
        followUps.addAll(made.subList(1, made.size()));
        return made.getFirst();
    }

    private void shuffle() {
        List<Event> all = new ArrayList<>();
        for (SampleTexts language : texts) {
            language.templates().forEach(template -> all.add(new Event(language, template)));
        }
        Collections.shuffle(all, random);
        events.addAll(all);
    }

    private ArticleDraft draft(Report report, Instant published) {
        made++;
        return new ArticleDraft(
                null,
                null,
                report.publisher(),
                report.title(),
                report.lead(),
                report.lead() + " " + report.body(),
                null,
                "https://example.com/samples/%s/%d".formatted(edition, made),
                null,
                published.toString(),
                report.category(),
                true);
    }

    private record Event(SampleTexts texts, SampleTemplate template) {}

    private record Report(
            String publisher, String category, String title, String lead, String body) {}
}
