package newspulse.api;

import newspulse.model.Analyses;
import newspulse.model.AnalyzedArticle;
import newspulse.model.Article;
import newspulse.model.Provenance;
import newspulse.model.Revision;
import newspulse.model.Source;
import newspulse.wire.ArticleJson;

import java.time.Instant;
import java.util.List;

/// Analysed articles as the stream writes them.
final class Articles {
    static final Instant INGESTED = Instant.parse("2026-01-02T03:04:05Z");

    private Articles() {}

    static byte[] json(String id, Revision revision, double importance, String content) {
        var article =
                new Article(
                        id,
                        new Source(null, "Tester"),
                        "A title that is long enough",
                        null,
                        content,
                        null,
                        "https://example.com/a",
                        null,
                        INGESTED,
                        null,
                        false);
        var analysis =
                Analyses.neutral(
                        importance, List.of("title"), INGESTED, "test", Provenance.ALL_LOCAL);
        return ArticleJson.bytes(
                new AnalyzedArticle(
                        article, analysis, INGESTED, "test", revision, null, null, INGESTED));
    }

    static byte[] json(String id) {
        return json(id, Revision.FIRST, 0.5, "뉴스 " + id);
    }

    static Arrival arrival(String id, Revision revision, double importance) {
        return arrival(json(id, revision, importance, "text of " + id + " " + revision));
    }

    static Arrival arrival(String id) {
        return arrival(json(id));
    }

    static Arrival arrival(byte[] json) {
        try {
            return new Arrival(ArticleHeader.read(json), json, INGESTED.toEpochMilli());
        } catch (UnreadableArticleException e) {
            throw new AssertionError(e);
        }
    }
}
