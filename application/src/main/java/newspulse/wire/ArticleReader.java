package newspulse.wire;

import newspulse.model.Analysis;
import newspulse.model.AnalyzedArticle;
import newspulse.model.Article;
import newspulse.model.Ingest;
import newspulse.model.Revision;
import newspulse.model.Source;
import newspulse.wire.StrictReader.UnfitException;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Reads what [ArticleJson] writes. Every field that the model has must be there and obey the
/// model's rules; fields that nobody here knows are passed over, and are not kept.
public final class ArticleReader {
    private final StrictReader json;

    private @Nullable String id;
    private @Nullable Source source;
    private @Nullable String title;
    private @Nullable String description;
    private @Nullable String content;
    private @Nullable String author;
    private @Nullable String url;
    private @Nullable String urlToImage;
    private @Nullable Instant publishedAt;
    private @Nullable String category;
    private boolean sample;
    private final List<String> repairs = new ArrayList<>(0);
    private @Nullable Analysis analysis;
    private @Nullable Instant processedAt;
    private @Nullable String pipelineVersion;
    private int contentRevision;
    private int analysisRevision;
    private @Nullable String duplicateOf;
    private @Nullable String storyId;
    private @Nullable Instant ingestedAt;

    private ArticleReader(StrictReader json) {
        this.json = json;
    }

    /// What a document turned out to be.
    public sealed interface Outcome {}

    public record Read(AnalyzedArticle article) implements Outcome {}

    /// It is no analysed article.
    ///
    /// @param why for the log; quotes nothing of the document
    public record Unreadable(String why) implements Outcome {}

    /// Reads one document, all of it.
    public static Outcome read(byte @Nullable [] json) {
        if (json == null || json.length == 0) {
            return new Unreadable("empty");
        }
        try (JsonParser parser = Json.parser(json, 0, json.length)) {
            parser.nextToken();
            AnalyzedArticle article = new ArticleReader(new StrictReader(parser)).document();
            return parser.nextToken() == null
                    ? new Read(article)
                    : new Unreadable("more than one JSON value");
        } catch (UnfitException e) {
            return new Unreadable(String.valueOf(e.getMessage()));
        } catch (JacksonException e) {
            // Its message quotes the document.
            return new Unreadable("malformed JSON: " + e.getClass().getSimpleName());
        } catch (IllegalArgumentException | ArithmeticException e) {
            return new Unreadable("against the rules: " + e.getClass().getSimpleName());
        }
    }

    private AnalyzedArticle document() {
        json.object("article", this::field);
        var article =
                new Article(
                        StrictReader.required("id", id),
                        StrictReader.required("source", source),
                        StrictReader.required("title", title),
                        description,
                        content,
                        author,
                        StrictReader.required("url", url),
                        urlToImage,
                        StrictReader.required("publishedAt", publishedAt),
                        category,
                        sample,
                        repairs.isEmpty() ? Ingest.NOTHING : new Ingest(repairs));
        return new AnalyzedArticle(
                article,
                StrictReader.required("analysis", analysis),
                StrictReader.required("processed_at", processedAt),
                StrictReader.required("pipeline_version", pipelineVersion),
                new Revision(contentRevision, analysisRevision),
                duplicateOf,
                storyId,
                StrictReader.required("ingested_at", ingestedAt));
    }

    private void field(String name) {
        switch (name) {
            case "id" -> id = json.text(name);
            case "source" -> source = source();
            case "title" -> title = json.text(name);
            case "description" -> description = json.optionalText(name);
            case "content" -> content = json.optionalText(name);
            case "author" -> author = json.optionalText(name);
            case "url" -> url = json.text(name);
            case "urlToImage" -> urlToImage = json.optionalText(name);
            case "publishedAt" -> publishedAt = json.instant(name);
            case "category" -> category = json.optionalText(name);
            case "sample" -> sample = json.flag(name);
            case "ingest" -> json.object(name, this::ingested);
            case "analysis" -> analysis = new AnalysisReader(json).analysis();
            case "processed_at" -> processedAt = json.instant(name);
            case "pipeline_version" -> pipelineVersion = json.text(name);
            case "content_revision" -> contentRevision = json.integer(name);
            case "analysis_revision" -> analysisRevision = json.integer(name);
            case "duplicate_of" -> duplicateOf = json.optionalText(name);
            case "story_id" -> storyId = json.optionalText(name);
            case "ingested_at" -> ingestedAt = json.instant(name);
            default -> json.skip();
        }
    }

    private void ingested(String name) {
        switch (name) {
            case "repairs" -> json.array(name, () -> repairs.add(json.text("a repair")));
            default -> json.skip();
        }
    }

    private Source source() {
        var read =
                new Object() {
                    @Nullable String id;
                    @Nullable String name;
                };
        json.object(
                "source",
                field -> {
                    switch (field) {
                        case "id" -> read.id = json.optionalText("source.id");
                        case "name" -> read.name = json.text("source.name");
                        default -> json.skip();
                    }
                });
        return new Source(read.id, StrictReader.required("source.name", read.name));
    }
}
