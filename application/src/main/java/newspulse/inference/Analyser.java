package newspulse.inference;

import newspulse.engine.Engine;
import newspulse.model.Analysis;
import newspulse.model.AnalyzedArticle;
import newspulse.model.Article;
import newspulse.model.Explanation;
import newspulse.model.Provenance;
import newspulse.model.Revision;
import newspulse.wire.ArticleJson;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Answers articles that came over HTTP: each is its own first revision, taken in when it was
/// asked.
final class Analyser {
    private final Engine engine;
    private final String pipelineVersion;
    private final InstantSource clock;

    Analyser(Engine engine, String pipelineVersion, InstantSource clock) {
        this.engine = engine;
        this.pipelineVersion = pipelineVersion;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    Analysis analysis(Article article) {
        return engine.analyze(article);
    }

    /// One analysis for each article, in order.
    List<Analysis> analyses(List<Article> articles) {
        return engine.analyzeAll(articles);
    }

    /// One answer as JSON for each article, in order.
    List<byte[]> answers(
            List<Article> articles, List<Analysis> analyses, Instant received, boolean explained) {
        List<byte[]> answers = new ArrayList<>(articles.size());
        for (int i = 0; i < articles.size(); i++) {
            answers.add(json(articles.get(i), analyses.get(i), received, explained));
        }
        return answers;
    }

    private byte[] json(Article article, Analysis analysis, Instant received, boolean explained) {
        var analyzed =
                new AnalyzedArticle(
                        article,
                        analysis,
                        clock.instant(),
                        pipelineVersion,
                        Revision.FIRST,
                        null,
                        null,
                        received);
        return explained
                ? ArticleJson.bytes(analyzed, explanation(article, analysis))
                : ArticleJson.bytes(analyzed);
    }

    /// Why the local engine answered what it did; it cannot speak for others.
    private Explanation explanation(Article article, Analysis analysis) {
        Set<String> foreign =
                analysis.provenance().providers().entrySet().stream()
                        .filter(part -> !part.getValue().equals(Provenance.LOCAL))
                        .map(part -> part.getKey().label())
                        .collect(Collectors.toUnmodifiableSet());
        return new Explanation(
                engine.explain(article, analysis).reasons().stream()
                        .filter(reason -> !foreign.contains(reason.answer()))
                        .toList());
    }
}
