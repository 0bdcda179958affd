package newspulse.producer.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import newspulse.Eventually;
import newspulse.intake.ArticleDraft;
import newspulse.intake.Intake;
import newspulse.producer.BackgroundSource;
import newspulse.producer.Delivery;
import newspulse.producer.FetchMetrics;
import newspulse.producer.RememberingOutbox;
import newspulse.producer.VirtualTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

final class SampleNewsTest {
    private static final Instant NOW = VirtualTime.START;

    @Test
    void makesOnlyValidArticlesMarkedAsSamples() {
        assertThat(made(3_000, 7))
                .allSatisfy(draft -> {
                    assertThat(Intake.derivingIds().check(draft))
                            .as(String.valueOf(draft))
                            .isInstanceOf(Intake.Admitted.class);
                    assertThat(draft.sample()).isTrue();
                    assertThat(draft.sourceName()).startsWith("Sample ");
                    assertThat(draft.url()).startsWith("https://example.com/samples/");
                    assertThat(draft.title() + draft.content()).doesNotContainPattern("[{}|]");
                });
    }

    @Test
    void neverUsesAnAddressTwice() {
        assertThat(made(3_000, 7)).extracting(ArticleDraft::url).doesNotHaveDuplicates();
    }

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(made(200, 7)).isEqualTo(made(200, 7)).isNotEqualTo(made(200, 8));
    }

    @Test
    void isVariedAndInTwoLanguages() {
        List<ArticleDraft> drafts = made(300, 7);
        assertThat(drafts.stream().map(ArticleDraft::category).distinct()).hasSizeGreaterThan(8);
        assertThat(drafts.stream().map(ArticleDraft::sourceName).distinct()).hasSizeGreaterThan(7);
        assertThat(drafts.stream().map(ArticleDraft::title).distinct().count()).isGreaterThan(260);
        long korean =
                drafts.stream()
                        .filter(draft -> String.valueOf(draft.title()).matches(".*\\p{IsHangul}.*"))
                        .count();
        assertThat(korean).isBetween(60L, 200L);
        int templates =
                SampleTexts.builtIn("en").templates().size()
                        + SampleTexts.builtIn("ko").templates().size();
        assertThat(templates).isGreaterThanOrEqualTo(60);
    }

    @Test
    void letsTwoToFourPublishersReportSomeEvents() {
        Map<String, Long> reports =
                made(300, 7).stream()
                        .collect(
                                Collectors.groupingBy(
                                        draft -> String.valueOf(draft.description()),
                                        Collectors.counting()));
        assertThat(reports.values()).allMatch(count -> count <= 4).contains(1L, 2L, 3L, 4L);
    }

    @Test
    void opensWithAnHoursOldPast() {
        List<ArticleDraft> opening =
                SampleNews.builtIn(1, NOW).opening(30, Duration.ofHours(6), NOW);
        assertThat(opening).hasSize(30);
        assertThat(opening)
                .extracting(draft -> Instant.parse(String.valueOf(draft.publishedAt())))
                .isSorted()
                .allMatch(at -> at.isBefore(NOW) && at.isAfter(NOW.minus(Duration.ofHours(7))));
    }

    @Test
    void streamsOneOrTwoASecondAfterTheOpening() {
        var outbox = new RememberingOutbox();
        var time = new VirtualTime();
        var registry = new SimpleMeterRegistry();
        var stream =
                new SampleStream(
                        new Delivery(outbox, time), new FetchMetrics(registry), time, time, 1);
        try (var running = BackgroundSource.start("samples", stream::run)) {
            Eventually.holds("samples", () -> outbox.ids().size() >= 330);
            assertThat(running.isRunning()).isTrue();
        }
        assertThat(outbox.batches().getFirst()).isEqualTo(SampleStream.OPENING);
        double seconds = Duration.between(NOW, time.instant()).toMillis() / 1_000.0;
        double rate = (outbox.ids().size() - SampleStream.OPENING) / seconds;
        assertThat(rate).isBetween(1.0, 2.0);
    }

    @ParameterizedTest
    @CsvSource({
        "가온시, 은, 가온시는",
        "새벽항, 은, 새벽항은",
        "달빛, 과, 달빛과",
        "나래, 과, 나래와",
        "서울, 으로, 서울로",
        "부산, 으로, 부산으로",
        "가온시, 의, 가온시의",
        "FC, 이, FC가"
    })
    void attachesTheParticleThatFits(String word, String particle, String joined) {
        assertThat(Particles.attach(word, particle)).isEqualTo(joined);
    }

    @Test
    void beginsEverySentenceWithACapital() {
        assertThat(made(2_000, 3))
                .extracting(draft -> String.valueOf(draft.content()))
                .allMatch(text -> !text.substring(0, 1).matches("[a-z]"))
                .allMatch(text -> !text.toLowerCase(Locale.ROOT).contains("null"));
    }

    private static List<ArticleDraft> made(int count, long seed) {
        SampleNews news = SampleNews.builtIn(seed, NOW);
        return IntStream.range(0, count).mapToObj(i -> news.next(NOW.plusSeconds(i))).toList();
    }
}
