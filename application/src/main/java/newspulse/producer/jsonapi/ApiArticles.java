package newspulse.producer.jsonapi;

import newspulse.intake.ArticleDraft;
import newspulse.intake.ArticleIds;
import newspulse.model.Article;
import newspulse.producer.ShortHtml;
import newspulse.producer.WebAddress;
import newspulse.producer.feed.FeedDates;
import newspulse.producer.jsonapi.JsonApiSpec.Field;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// From an API's answer to drafts of articles.
final class ApiArticles {
    private final JsonApiSpec spec;

    ApiArticles(JsonApiSpec spec) {
        this.spec = spec;
    }

    /// What an answer holds. `skipped` have no usable title, address or date.
    record Page(List<ArticleDraft> drafts, int skipped) {
        Page {
            drafts = List.copyOf(drafts);
        }

        boolean isEmpty() {
            return drafts.isEmpty() && skipped == 0;
        }
    }

    /// Null where there is no list of articles.
    @Nullable Page of(JsonNode answer) {
        JsonNode items = answer.at(spec.items());
        if (!items.isArray()) {
            return null;
        }
        List<ArticleDraft> drafts = new ArrayList<>();
        int skipped = 0;
        for (JsonNode item : items) {
            ArticleDraft draft = draft(item);
            if (draft == null) {
                skipped++;
            } else {
                drafts.add(draft);
            }
        }
        return new Page(drafts, skipped);
    }

    private @Nullable ArticleDraft draft(JsonNode item) {
        String title = ShortHtml.within(Article.MAX_TITLE, text(item, Field.TITLE));
        String url = WebAddress.resolve(spec.url(), text(item, Field.URL));
        String date = text(item, Field.PUBLISHED_AT);
        Instant published = date == null ? null : FeedDates.parse(date, ZoneOffset.UTC);
        if (title == null
                || title.length() < Article.MIN_TITLE
                || url == null
                || published == null) {
            return null;
        }
        String id = text(item, Field.ID);
        String source = text(item, Field.SOURCE);
        String category =
                spec.category() == null
                        ? ShortHtml.within(Article.MAX_CATEGORY, text(item, Field.CATEGORY))
                        : spec.category();
        return new ArticleDraft(
                id == null ? null : ArticleIds.of(spec.publisher(), id),
                null,
                source == null ? spec.publisher() : source,
                title,
                ShortHtml.within(Article.MAX_DESCRIPTION, text(item, Field.DESCRIPTION)),
                ShortHtml.within(Article.MAX_CONTENT, text(item, Field.CONTENT)),
                ShortHtml.within(Article.MAX_AUTHOR, text(item, Field.AUTHOR)),
                url,
                WebAddress.resolve(spec.url(), text(item, Field.URL_TO_IMAGE)),
                published.toString(),
                category,
                false);
    }

    private @Nullable String text(JsonNode item, Field field) {
        JsonPointer pointer = spec.fields().get(field);
        return pointer == null ? null : text(item.at(pointer));
    }

    /// A text or a number as text; of a list its first one.
    static @Nullable String text(JsonNode value) {
        JsonNode one = value.isArray() ? value.path(0) : value;
        if (!one.isString() && !one.isNumber()) {
            return null;
        }
        String text = one.asString().strip();
        return text.isEmpty() ? null : text;
    }
}
