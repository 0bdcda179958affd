package newspulse.intake;

import newspulse.model.Article;
import newspulse.model.Failure;
import newspulse.model.FailureCode;
import newspulse.model.Fault;
import newspulse.model.Source;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Holds a draft against every rule of the wire contract and tells every fault at once.
final class Validator {
    private final List<Fault> faults = new ArrayList<>();
    private final boolean idMayBeMissing;

    private Validator(boolean idMayBeMissing) {
        this.idMayBeMissing = idMayBeMissing;
    }

    /// Takes also the faults that reading the draft has already met.
    static Intake.Outcome check(ArticleDraft draft, List<Fault> met, boolean idMayBeMissing) {
        var validator = new Validator(idMayBeMissing);
        validator.faults.addAll(met);
        Article article = validator.article(draft);
        return article == null
                ? new Intake.Refused(
                        new Failure(
                                FailureCode.INVALID_ARTICLE,
                                "The article breaks " + validator.faults.size() + " rule(s).",
                                validator.faults))
                : new Intake.Admitted(article);
    }

    private @Nullable Article article(ArticleDraft draft) {
        Source source = source(draft);
        String title = title(draft.title());
        String description = text("description", draft.description(), Article.MAX_DESCRIPTION);
        String content = text("content", draft.content(), Article.MAX_CONTENT);
        String author = text("author", draft.author(), Article.MAX_AUTHOR);
        String url = required("url", draft.url());
        String checkedUrl = url == null ? null : address("url", url);
        String image = blankToNull(draft.urlToImage());
        String urlToImage = image == null ? null : address("urlToImage", image);
        String category = text("category", draft.category(), Article.MAX_CATEGORY);
        Instant publishedAt = publishedAt(draft.publishedAt());
        String id = id(draft.id(), source, checkedUrl);
        if (!faults.isEmpty()
                || source == null
                || title == null
                || checkedUrl == null
                || publishedAt == null
                || id == null) {
            return null;
        }
        return new Article(
                id,
                source,
                title,
                description,
                content,
                author,
                checkedUrl,
                urlToImage,
                publishedAt,
                category,
                draft.sample(),
                draft.ingest());
    }

    private @Nullable String id(
            @Nullable String sent, @Nullable Source source, @Nullable String url) {
        String id = blankToNull(sent);
        if (id == null) {
            if (!idMayBeMissing) {
                fault("id", sent == null ? "is required" : "must not be blank", sent);
                return null;
            }
            return source == null || url == null ? null : ArticleId.derive(source, url);
        }
        if (id.length() > Article.MAX_ID) {
            fault("id", "must have at most " + Article.MAX_ID + " characters", id);
        } else if (holdsUnprintable(id)) {
            fault(
                    "id",
                    "must not hold control characters or half characters",
                    Normalizer.normalize(id));
        }
        return id;
    }

    static boolean isId(String text) {
        return !text.isEmpty() && text.length() <= Article.MAX_ID && !holdsUnprintable(text);
    }

    private static boolean holdsUnprintable(String id) {
        for (int i = 0; i < id.length(); ) {
            int c = id.codePointAt(i);
            i += Character.charCount(c);
            int type = Character.getType(c);
            if (type == Character.CONTROL || type == Character.SURROGATE) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Source source(ArticleDraft draft) {
        if (isMet("source")) {
            return null;
        }
        String sent = required("source.name", draft.sourceName());
        if (sent == null) {
            return null;
        }
        String name = SourceName.clean(sent);
        if (sent.length() > Source.MAX_NAME || name.length() > Source.MAX_NAME) {
            fault("source.name", "must have 1 to " + Source.MAX_NAME + " characters", sent);
            return null;
        }
        if (name.isEmpty()) {
            fault("source.name", "has no letter or digit", sent);
            return null;
        }
        return new Source(text("source.id", draft.sourceId(), Source.MAX_NAME), name);
    }

    private @Nullable String title(@Nullable String sent) {
        String title = required("title", sent);
        if (title == null) {
            return null;
        }
        if (title.length() < Article.MIN_TITLE || title.length() > Article.MAX_TITLE) {
            fault(
                    "title",
                    "must have "
                            + Article.MIN_TITLE
                            + " to "
                            + Article.MAX_TITLE
                            + " characters, has "
                            + title.length(),
                    title);
            return null;
        }
        String normalized = Normalizer.normalize(title);
        if (normalized.isEmpty()) {
            fault("title", "is empty without its markup", title);
            return null;
        }
        return normalized;
    }

    private @Nullable String text(String path, @Nullable String sent, int max) {
        if (sent == null) {
            return null;
        }
        String text = sent.strip();
        if (text.length() > max) {
            fault(path, "must have at most " + max + " characters, has " + text.length(), text);
            return null;
        }
        return blankToNull(Normalizer.normalize(text));
    }

    private @Nullable String address(String path, String sent) {
        if (sent.length() > Article.MAX_URL) {
            fault(path, "must have at most " + Article.MAX_URL + " characters", sent);
            return null;
        }
        if (!CanonicalUrl.isAddress(sent)) {
            fault(path, "must be http:// or https:// and a host", sent);
            return null;
        }
        return sent;
    }

    private @Nullable Instant publishedAt(@Nullable String sent) {
        String text = required("publishedAt", sent);
        if (text == null) {
            return null;
        }
        Instant instant = PublishedAt.parse(text);
        if (instant == null) {
            fault("publishedAt", "must be a date and time as ISO 8601 has it", text);
        }
        return instant;
    }

    private @Nullable String required(String path, @Nullable String sent) {
        if (isMet(path)) {
            return null;
        }
        String text = blankToNull(sent);
        if (text == null) {
            fault(path, sent == null ? "is required" : "must not be blank", sent);
        }
        return text;
    }

    /// Whether reading the draft has met a fault of the field already.
    private boolean isMet(String path) {
        for (Fault fault : faults) {
            if (fault.path().equals(path)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String blankToNull(@Nullable String sent) {
        return sent == null || sent.isBlank() ? null : sent.strip();
    }

    private void fault(String path, String message, @Nullable String rejected) {
        faults.add(new Fault(path, message, rejected));
    }
}
