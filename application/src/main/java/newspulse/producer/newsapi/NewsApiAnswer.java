package newspulse.producer.newsapi;

import newspulse.intake.ArticleDraft;

import java.util.List;

/// What a body of NewsAPI says.
sealed interface NewsApiAnswer {

    /// Some of the `total` articles there are. `skipped` of them were removed or are no articles.
    record Page(int total, List<ArticleDraft> drafts, int skipped) implements NewsApiAnswer {
        public Page {
            drafts = List.copyOf(drafts);
        }

        int size() {
            return drafts.size() + skipped;
        }
    }

    /// One of its errors, by its name (newsapi.org/docs/errors).
    record Refusal(String code, String message) implements NewsApiAnswer {}

    /// Not what NewsAPI speaks.
    record Unreadable(String reason) implements NewsApiAnswer {}
}
