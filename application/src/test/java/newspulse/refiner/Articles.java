package newspulse.refiner;

import newspulse.model.Analyses;
import newspulse.model.AnalyzedArticle;
import newspulse.model.Article;
import newspulse.model.Provenance;
import newspulse.model.Revision;
import newspulse.model.Source;

import java.time.Instant;
import java.util.List;

/// Analysed articles as the stream writes them.
final class Articles {
    private Articles() {}

    static AnalyzedArticle local(String id, Revision revision, Instant ingested) {
        return of(id, revision, ingested, Provenance.ALL_LOCAL);
    }

    static AnalyzedArticle of(
            String id, Revision revision, Instant ingested, Provenance provenance) {
        var article =
                new Article(
                        id,
                        new Source(null, "Tester"),
                        "A title that is long enough",
                        null,
                        "text of " + revision.content(),
                        null,
                        "https://example.com/a",
                        null,
                        ingested,
                        null,
                        false);
        var analysis = Analyses.neutral(0.8, List.of("title"), ingested, "test", provenance);
        return new AnalyzedArticle(
                article, analysis, ingested, "test", revision, null, null, ingested);
    }
}
