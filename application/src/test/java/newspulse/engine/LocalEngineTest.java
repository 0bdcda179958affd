package newspulse.engine;

import static newspulse.engine.Articles.article;
import static newspulse.engine.Articles.titled;

import static org.assertj.core.api.Assertions.assertThat;

import newspulse.engine.files.ModelFiles;
import newspulse.engine.text.Document;
import newspulse.model.Analysis;
import newspulse.model.Article;

import org.junit.jupiter.api.Test;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

final class LocalEngineTest {
    private final LocalEngine engine = Articles.engine();

    @Test
    void takesTimeFromOutside() {
        AtomicLong ticker = new AtomicLong();
        LocalEngine timed =
                new LocalEngine(
                        Articles.MODELS,
                        InstantSource.fixed(Articles.NOW),
                        () -> ticker.getAndAdd(1_500_000),
                        Optional.of("blue"));
        Analysis analysis = timed.analyze(titled("A title of no importance"));
        assertThat(analysis.analyzedAt()).isEqualTo(Articles.NOW);
        assertThat(analysis.inferenceTimeMs()).isEqualTo(1.5);
        assertThat(analysis.modelVersion()).startsWith("blue+local-");
    }

    @Test
    void namesItsModelByTheFilesItReads() {
        assertThat(engine.modelVersion()).matches("local-[0-9a-f]{12}");
        assertThat(Articles.engine().modelVersion()).isEqualTo(engine.modelVersion());
        assertThat(engine.analyze(titled("A title of no importance")).modelVersion())
                .isEqualTo(engine.modelVersion());
    }

    @Test
    void aChangedFileOrScoringIsAnotherVersion() {
        ModelFiles one = new ModelFiles("1", null);
        ModelFiles two = new ModelFiles("2", null);
        ModelFiles more = new ModelFiles("1", null);
        more.lines("importance.tsv");
        assertThat(List.of(one.version(), two.version(), more.version())).doesNotHaveDuplicates();
    }

    @Test
    void answersManyThreadsAsItAnswersOne() {
        List<Article> articles =
                IntStream.range(0, 200)
                        .mapToObj(
                                i -> article("The bank number " + i + " lost its case", null, null))
                        .toList();
        List<Analysis> alone = articles.stream().map(engine::analyze).toList();
        assertThat(articles.parallelStream().map(engine::analyze).toList()).isEqualTo(alone);
        assertThat(engine.analyzeAll(articles)).isEqualTo(alone);
    }

    @Test
    void doesNotCountADescriptionThatTheContentRepeats() {
        String lead = "The council approved the plan.";
        Document document = Document.of(article("A title of its own", lead, lead + " More text."));
        assertThat(document.body()).hasSize(1);
    }
}
