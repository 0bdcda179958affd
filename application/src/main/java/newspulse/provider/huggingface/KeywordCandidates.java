package newspulse.provider.huggingface;

import newspulse.model.Article;

import java.util.List;

/// Finds the words and phrases of an article among which a model chooses its keywords.
@FunctionalInterface
public interface KeywordCandidates {
    /// Phrases that stand in the article, none twice.
    List<String> of(Article article);
}
