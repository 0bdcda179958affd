package newspulse.engine;

import newspulse.model.Analysis;
import newspulse.model.Article;
import newspulse.model.Explanation;

import java.util.List;

/// Says what an article is about and how it speaks. One engine serves the stream and HTTP; it is
/// safe for use by many threads, never throws on a valid article, and waits for nothing outside the
/// process unless its documentation says so.
public interface Engine {
    Analysis analyze(Article article);

    /// One analysis for each article, in order. Engines that are cheaper by the batch override it.
    default List<Analysis> analyzeAll(List<Article> articles) {
        return articles.stream().map(this::analyze).toList();
    }

    /// Why the engine answers as it does. Takes many times as long as the answer itself.
    ///
    /// @param analysis what it answered of the same article
    default Explanation explain(Article article, Analysis analysis) {
        return Explanation.NONE;
    }

    /// Names the exact model files that give the answers.
    String modelVersion();
}
