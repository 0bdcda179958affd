package newspulse.inference;

import newspulse.engine.Engine;
import newspulse.model.Analysis;
import newspulse.model.AnalyzedArticle;
import newspulse.model.Article;
import newspulse.model.Revision;
import newspulse.wire.ArticleJson;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

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

    /// The answer as JSON.
    ///
    /// @param explained whether it says why, too
    byte[] answer(Article article, boolean explained) {
        Instant received = clock.instant();
        return json(article, engine.analyze(article), received, explained);
    }

    /// One answer for each article, in order.
    List<byte[]> answers(List<Article> articles, boolean explained) {
        Instant received = clock.instant();
        List<Analysis> analyses = engine.analyzeAll(articles);
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
                ? ArticleJson.bytes(analyzed, engine.explain(article, analysis))
                : ArticleJson.bytes(analyzed);
    }
}
