package newspulse.producer.jsonapi;

import newspulse.intake.ArticleDraft;
import newspulse.model.Failure;
import newspulse.model.FailureCode;
import newspulse.producer.DailyQuota;
import newspulse.producer.Fetched;
import newspulse.producer.LogText;
import newspulse.producer.PolledSource;
import newspulse.producer.SourceKind;
import newspulse.producer.SourceParts;
import newspulse.producer.SourceType;
import newspulse.producer.web.Download;
import newspulse.producer.web.DownloadRequest;
import newspulse.producer.web.Downloader;
import newspulse.wire.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An API that answers articles as JSON, page by page within the day's quota. No redirect is
/// followed and no other server is asked, for the key goes along; it stands in no log line.
public final class JsonApiSource implements PolledSource {
    public static final SourceType TYPE = JsonApiSpec.TYPE;

    private static final String MASK = "********";

    private final JsonApiSpec spec;
    private final Downloader downloader;
    private final DailyQuota quota;
    private final @Nullable String key;
    private final ApiArticles articles;

    JsonApiSource(JsonApiSpec spec, SourceParts parts) {
        this.spec = spec;
        this.downloader = parts.downloader();
        this.quota = new DailyQuota(parts.requests(), spec.budget(), spec.quota(), parts.clock());
        this.key =
                spec.key() == null ? null : parts.secrets().find(spec.key().setting()).orElse(null);
        this.articles = new ApiArticles(spec);
    }

    @Override
    public String name() {
        return spec.name();
    }

    @Override
    public SourceKind kind() {
        return SourceKind.JSON;
    }

    @Override
    public Duration shortestInterval() {
        return quota.shortestInterval(spec.pages());
    }

    @Override
    public Fetched fetch() throws InterruptedException {
        if (spec.key() != null && key == null) {
            String told = spec.key().setting() + " is not set";
            return new Fetched.Broken(new Failure(FailureCode.SOURCE_REFUSED, told));
        }
        List<ArticleDraft> drafts = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int skipped = 0;
        URI address = first();
        for (int page = 0; page < spec.pages() && address != null; page++) {
            switch (ask(address)) {
                case Step.Trouble(Fetched.Broken broken) -> {
                    return new Fetched.Broken(drafts, broken.failure(), broken.retryAfter());
                }
                case Step.Read(JsonNode answer, ApiArticles.Page read) -> {
                    skipped += read.skipped();
                    boolean isNew = false;
                    for (ArticleDraft draft : read.drafts()) {
                        if (seen.add(
                                draft.id() == null ? String.valueOf(draft.url()) : draft.id())) {
                            isNew = true;
                            drafts.add(draft);
                        }
                    }
                    // An API that does not know the parameter answers the same page for ever.
                    address = isNew ? next(address, page + 1, answer) : null;
                }
            }
        }
        return new Fetched.Articles(drafts, skipped);
    }

    private URI first() {
        return spec.paging() instanceof Paging.Counted counted
                ? ApiAddress.with(
                        spec.url(), counted.parameter(), Integer.toString(counted.first()))
                : spec.url();
    }

    private @Nullable URI next(URI from, int page, JsonNode answer) {
        return switch (spec.paging()) {
            case Paging.None _ -> null;
            case Paging.Counted(String parameter, int first, int step) ->
                    ApiAddress.with(
                            spec.url(), parameter, Long.toString(first + (long) page * step));
            case Paging.Cursor(String parameter, var pointer) -> {
                String cursor = ApiArticles.text(answer.at(pointer));
                yield cursor == null ? null : ApiAddress.with(spec.url(), parameter, cursor);
            }
            case Paging.Link(var pointer) -> {
                String link = ApiArticles.text(answer.at(pointer));
                yield link == null ? null : ApiAddress.next(from, link);
            }
        };
    }

    private Step ask(URI address) throws InterruptedException {
        Duration spent = quota.take();
        if (spent != null) {
            String used = "today's " + spec.quota() + " requests are used up";
            return new Step.Trouble(
                    new Fetched.Broken(
                            List.of(), new Failure(FailureCode.OVERLOADED, used), spent));
        }
        return switch (downloader.get(request(address))) {
            case Download.NotModified _ ->
                    unreadable("it answered 304 to what was not conditional");
            case Download.Unreachable(Failure failure, boolean asked) ->
                    new Step.Trouble(new Fetched.Broken(List.of(), masked(failure), null, asked));
            case Download.Refused refused ->
                    new Step.Trouble(
                            new Fetched.Broken(
                                    List.of(),
                                    masked(Fetched.failure(refused)),
                                    refused.retryAfter()));
            case Download.Content content -> read(content.body());
        };
    }

    private DownloadRequest request(URI address) {
        Map<String, String> headers = new HashMap<>();
        headers.put("accept", "application/json");
        URI asked = address;
        if (spec.key() != null && key != null) {
            String sent = spec.key().prefix() + key;
            if (spec.key().header() != null) {
                headers.put(spec.key().header(), sent);
            } else if (spec.key().parameter() != null) {
                asked = ApiAddress.with(address, spec.key().parameter(), sent);
            }
        }
        return new DownloadRequest(asked, headers, 0);
    }

    private Step read(byte[] body) {
        try {
            JsonNode answer = Json.mapper().readTree(body);
            ApiArticles.Page page = articles.of(answer);
            return page == null
                    ? unreadable("its answer has no list at " + spec.items())
                    : new Step.Read(answer, page);
        } catch (JacksonException e) {
            return unreadable("its answer is no valid JSON: " + e.getOriginalMessage());
        }
    }

    private Step unreadable(String told) {
        var failure = new Failure(FailureCode.SOURCE_UNREADABLE, LogText.line(told));
        return new Step.Trouble(new Fetched.Broken(masked(failure)));
    }

    /// What failed may quote an address, or what the server answers may quote the key.
    private Failure masked(Failure failure) {
        if (key == null) {
            return failure;
        }
        String told = failure.detail().replace(key, MASK).replace(ApiAddress.encoded(key), MASK);
        return new Failure(failure.code(), told);
    }

    private sealed interface Step {
        record Read(JsonNode answer, ApiArticles.Page page) implements Step {}

        record Trouble(Fetched.Broken broken) implements Step {}
    }
}
