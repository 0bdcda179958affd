package newspulse.wire;

import newspulse.model.Analysis;
import newspulse.model.AnalyzedArticle;
import newspulse.model.Article;
import newspulse.model.Entity;
import newspulse.model.Explanation;
import newspulse.model.Ingest;
import newspulse.model.Provenance;
import newspulse.model.Source;
import newspulse.model.SubjectScore;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;

import java.math.BigDecimal;
import java.time.Instant;

/// Writes an [AnalyzedArticle] as the wire contract has it: article fields in camelCase, analysis
/// fields in snake_case, optional fields `null` when there is nothing to say.
public final class ArticleJson {
    /// A cost in billionths of a dollar has so many digits after the point.
    private static final int NANO_DIGITS = 9;

    private ArticleJson() {}

    public static byte[] bytes(AnalyzedArticle analyzed) {
        return Json.write(json -> write(json, analyzed, null));
    }

    /// The same with the field `explanation` within the analysis.
    public static byte[] bytes(AnalyzedArticle analyzed, Explanation explanation) {
        return Json.write(json -> write(json, analyzed, explanation));
    }

    private static void write(
            JsonGenerator json, AnalyzedArticle analyzed, @Nullable Explanation explanation) {
        json.writeStartObject();
        article(json, analyzed.article());
        json.writeName("analysis");
        analysis(json, analyzed.analysis(), explanation);
        instant(json, "processed_at", analyzed.processedAt());
        json.writeStringProperty("pipeline_version", analyzed.pipelineVersion());
        json.writeNumberProperty("content_revision", analyzed.revision().content());
        json.writeNumberProperty("analysis_revision", analyzed.revision().analysis());
        optional(json, "duplicate_of", analyzed.duplicateOf());
        optional(json, "story_id", analyzed.storyId());
        instant(json, "ingested_at", analyzed.ingestedAt());
        json.writeEndObject();
    }

    private static void article(JsonGenerator json, Article article) {
        json.writeStringProperty("id", article.id());
        source(json, article.source());
        json.writeStringProperty("title", article.title());
        optional(json, "description", article.description());
        optional(json, "content", article.content());
        optional(json, "author", article.author());
        json.writeStringProperty("url", article.url());
        optional(json, "urlToImage", article.urlToImage());
        instant(json, "publishedAt", article.publishedAt());
        optional(json, "category", article.category());
        if (article.sample()) {
            json.writeBooleanProperty("sample", true);
        }
        ingest(json, article.ingest());
    }

    /// `ingest: {repairs: [...], text?}`, where there is something to say.
    public static void ingest(JsonGenerator json, Ingest ingest) {
        if (ingest.isNothing()) {
            return;
        }
        json.writeName("ingest");
        json.writeStartObject();
        json.writeName("repairs");
        json.writeStartArray();
        ingest.repairs().forEach(json::writeString);
        json.writeEndArray();
        if (ingest.text() != null) {
            json.writeStringProperty("text", ingest.text().label());
        }
        json.writeEndObject();
    }

    private static void source(JsonGenerator json, Source source) {
        json.writeName("source");
        json.writeStartObject();
        optional(json, "id", source.id());
        json.writeStringProperty("name", source.name());
        json.writeEndObject();
    }

    private static void analysis(
            JsonGenerator json, Analysis analysis, @Nullable Explanation explanation) {
        json.writeStartObject();
        json.writeStringProperty("sentiment", analysis.sentiment().label());
        json.writeNumberProperty("sentiment_score", analysis.sentimentScore());
        json.writeNumberProperty("confidence", analysis.confidence());
        json.writeName("keywords");
        json.writeStartArray();
        for (String keyword : analysis.keywords()) {
            json.writeString(keyword);
        }
        json.writeEndArray();
        json.writeStringProperty("language", analysis.language());
        json.writeNumberProperty("language_confidence", analysis.languageConfidence());
        json.writeName("entities");
        json.writeStartArray();
        for (Entity entity : analysis.entities()) {
            entity(json, entity);
        }
        json.writeEndArray();
        json.writeName("topics");
        json.writeStartArray();
        for (SubjectScore score : analysis.subjects()) {
            json.writeString(score.subject().label());
        }
        json.writeEndArray();
        json.writeName("topic_scores");
        json.writeStartObject();
        for (SubjectScore score : analysis.subjects()) {
            json.writeNumberProperty(score.subject().label(), score.score());
        }
        json.writeEndObject();
        json.writeNumberProperty("importance_score", analysis.importanceScore());
        instant(json, "analyzed_at", analysis.analyzedAt());
        json.writeStringProperty("model_version", analysis.modelVersion());
        json.writeNumberProperty("inference_time_ms", analysis.inferenceTimeMs());
        provenance(json, analysis.provenance());
        if (explanation != null) {
            explanation(json, explanation);
        }
        json.writeEndObject();
    }

    private static void provenance(JsonGenerator json, Provenance provenance) {
        json.writeName("providers");
        json.writeStartObject();
        provenance
                .providers()
                .forEach((part, name) -> json.writeStringProperty(part.label(), name));
        json.writeEndObject();
        json.writeName("cached");
        json.writeStartArray();
        provenance.cached().forEach(part -> json.writeString(part.label()));
        json.writeEndArray();
        json.writeNumberProperty("cost_usd", dollars(provenance.costNanoUsd()));
        json.writeNumberProperty("tokens", provenance.tokens());
    }

    private static BigDecimal dollars(long nano) {
        return nano == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(nano, NANO_DIGITS).stripTrailingZeros();
    }

    private static void explanation(JsonGenerator json, Explanation explanation) {
        json.writeName("explanation");
        json.writeStartArray();
        for (Explanation.Reason reason : explanation.reasons()) {
            json.writeStartObject();
            json.writeStringProperty("answer", reason.answer());
            json.writeStringProperty("value", reason.value());
            json.writeStringProperty("because", reason.because());
            json.writeName("spans");
            json.writeStartArray();
            for (Explanation.Span span : reason.spans()) {
                span(json, span.field(), span.start(), span.end());
                json.writeNumberProperty("weight", span.weight());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /// Writes one entity as an object.
    public static void entity(JsonGenerator json, Entity entity) {
        json.writeStartObject();
        json.writeStringProperty("text", entity.text());
        json.writeStringProperty("type", entity.type());
        json.writeNumberProperty("count", entity.count());
        json.writeNumberProperty("salience", entity.salience());
        json.writeName("mentions");
        json.writeStartArray();
        for (Entity.Mention mention : entity.mentions()) {
            span(json, mention.field(), mention.start(), mention.end());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /// Begins an object; the caller ends it.
    private static void span(JsonGenerator json, Entity.Field field, int start, int end) {
        json.writeStartObject();
        json.writeStringProperty("field", field.label());
        json.writeNumberProperty("start", start);
        json.writeNumberProperty("end", end);
    }

    private static void optional(JsonGenerator json, String name, @Nullable String value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value);
        }
    }

    private static void instant(JsonGenerator json, String name, Instant instant) {
        json.writeStringProperty(name, instant.toString());
    }
}
