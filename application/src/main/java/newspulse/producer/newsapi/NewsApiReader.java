package newspulse.producer.newsapi;

import newspulse.intake.ArticleDraft;
import newspulse.model.Article;
import newspulse.producer.ShortHtml;
import newspulse.producer.WebAddress;
import newspulse.wire.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads NewsAPI's JSON, whatever it turns out to be.
final class NewsApiReader {
    private static final String REMOVED = "[Removed]";

    /// What stands at the end of a content that NewsAPI cut off.
    private static final Pattern CUT_MARK = Pattern.compile("\\s{0,5}\\[\\+\\d{1,9} chars]\\s*$");

    private final String category;

    NewsApiReader(String category) {
        this.category = category;
    }

    NewsApiAnswer read(byte[] body) {
        JsonNode answer;
        try {
            answer = Json.mapper().readTree(body);
        } catch (JacksonException e) {
            return new NewsApiAnswer.Unreadable("no valid JSON: " + e.getOriginalMessage());
        }
        String code = text(answer, "code");
        if ("error".equals(text(answer, "status")) && code != null) {
            String message = text(answer, "message");
            return new NewsApiAnswer.Refusal(code, message == null ? "" : message);
        }
        JsonNode articles = answer.path("articles");
        if (!"ok".equals(text(answer, "status")) || !articles.isArray()) {
            return new NewsApiAnswer.Unreadable("JSON without status and articles");
        }
        List<ArticleDraft> drafts = new ArrayList<>();
        int skipped = 0;
        for (JsonNode article : articles) {
            ArticleDraft draft = draft(article);
            if (draft == null) {
                skipped++;
            } else {
                drafts.add(draft);
            }
        }
        int total = answer.path("totalResults").asInt(drafts.size() + skipped);
        return new NewsApiAnswer.Page(total, drafts, skipped);
    }

    /// The draft, or null where the publisher withdrew the article, or it lacks what every article
    /// needs: it would be refused at every fetch anew.
    private @Nullable ArticleDraft draft(JsonNode article) {
        String title = text(article, "title");
        String url = WebAddress.absolute(text(article, "url"));
        String publisher = text(article.path("source"), "name");
        String publishedAt = text(article, "publishedAt");
        if (title == null
                || title.length() < Article.MIN_TITLE
                || title.equals(REMOVED)
                || url == null
                || publisher == null
                || publishedAt == null) {
            return null;
        }
        String content = text(article, "content");
        content = content == null ? null : CUT_MARK.matcher(content).replaceFirst("");
        return new ArticleDraft(
                null,
                text(article.path("source"), "id"),
                publisher,
                ShortHtml.within(Article.MAX_TITLE, title),
                ShortHtml.within(Article.MAX_DESCRIPTION, text(article, "description")),
                ShortHtml.within(Article.MAX_CONTENT, content),
                ShortHtml.within(Article.MAX_AUTHOR, text(article, "author")),
                url,
                WebAddress.absolute(text(article, "urlToImage")),
                publishedAt,
                category,
                false);
    }

    private static @Nullable String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isString() && !value.stringValue().isBlank()
                ? value.stringValue().strip()
                : null;
    }
}
