package newspulse.producer.newsapi;

import newspulse.intake.ArticleDraft;
import newspulse.model.Failure;
import newspulse.model.FailureCode;
import newspulse.producer.DailyQuota;
import newspulse.producer.Fetched;
import newspulse.producer.LogText;
import newspulse.producer.NewsApiConfig;
import newspulse.producer.PolledSource;
import newspulse.producer.RequestCounter;
import newspulse.producer.SourceKind;
import newspulse.producer.web.Download;
import newspulse.producer.web.DownloadRequest;
import newspulse.producer.web.Downloader;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The top headlines of NewsAPI, page by page within the day's quota. The key travels in a header,
/// to NewsAPI alone: no redirect is followed.
public final class NewsApiSource implements PolledSource {
    private static final Duration DAY = Duration.ofDays(1);

    private final NewsApiConfig config;
    private final String key;
    private final Downloader downloader;
    private final DailyQuota quota;
    private final NewsApiReader reader;

    /// Asks nothing yet.
    ///
    /// @throws IllegalArgumentException when the configuration has no key
    public NewsApiSource(
            NewsApiConfig config,
            Downloader downloader,
            RequestCounter counter,
            InstantSource clock) {
        if (config.key() == null) {
            throw new IllegalArgumentException("NewsAPI needs a key");
        }
        this.config = config;
        this.key = config.key();
        this.downloader = downloader;
        this.quota = new DailyQuota(counter, name(), config.dailyQuota(), clock);
        this.reader = new NewsApiReader(config.category());
    }

    @Override
    public String name() {
        return "NewsAPI";
    }

    @Override
    public SourceKind kind() {
        return SourceKind.NEWSAPI;
    }

    /// As often as the quota lasts the day when every round takes all of its pages.
    @Override
    public Duration shortestInterval() {
        return quota.shortestInterval(config.maxPages());
    }

    @Override
    public Fetched fetch() throws InterruptedException {
        List<ArticleDraft> drafts = new ArrayList<>();
        int skipped = 0;
        for (int page = 1; page <= config.maxPages(); page++) {
            switch (page(page)) {
                case Step.Trouble trouble -> {
                    return new Fetched.Broken(drafts, trouble.failure(), trouble.retryAfter());
                }
                case Step.End _ -> {
                    return new Fetched.Articles(drafts, skipped);
                }
                case Step.Read read -> {
                    drafts.addAll(read.page().drafts());
                    skipped += read.page().skipped();
                    boolean last = (long) page * config.pageSize() >= read.page().total();
                    if (last || read.page().size() == 0) {
                        return new Fetched.Articles(drafts, skipped);
                    }
                }
            }
        }
        return new Fetched.Articles(drafts, skipped);
    }

    private Step page(int page) throws InterruptedException {
        Duration spent = quota.take();
        if (spent != null) {
            String used = "today's " + config.dailyQuota() + " requests are used up";
            return trouble(FailureCode.OVERLOADED, used, spent);
        }
        URI address =
                URI.create(
                        "%s/top-headlines?country=%s&category=%s&pageSize=%d&page=%d"
                                .formatted(
                                        config.url(),
                                        config.country(),
                                        config.category(),
                                        config.pageSize(),
                                        page));
        var request = new DownloadRequest(address, Map.of("x-api-key", key), 0);
        return switch (downloader.get(request)) {
            case Download.NotModified _ -> new Step.End();
            case Download.Unreachable unreachable -> new Step.Trouble(unreachable.failure(), null);
            case Download.Refused refused ->
                    step(reader.read(refused.body()), refused.retryAfter(), refused);
            case Download.Content content -> step(reader.read(content.body()), null, null);
        };
    }

    private Step step(
            NewsApiAnswer answer,
            @Nullable Duration retryAfter,
            Download.@Nullable Refused status) {
        return switch (answer) {
            case NewsApiAnswer.Refusal refusal -> refused(refusal, retryAfter);
            case NewsApiAnswer.Page page when status == null -> new Step.Read(page);
            case NewsApiAnswer.Page _ -> unreadable("articles with an error's status", status);
            case NewsApiAnswer.Unreadable unreadable -> unreadable(unreadable.reason(), status);
        };
    }

    /// An answer that is not NewsAPI's own: its status tells most, when it is an error's.
    private static Step unreadable(String reason, Download.@Nullable Refused status) {
        if (status == null) {
            return trouble(FailureCode.SOURCE_UNREADABLE, "its answer is " + reason, null);
        }
        FailureCode code =
                status.isBusy() ? FailureCode.OVERLOADED : FailureCode.SOURCE_UNREACHABLE;
        String told = "it answered " + status.status() + " " + status.reason();
        return trouble(code, told, status.retryAfter());
    }

    private Step refused(NewsApiAnswer.Refusal refusal, @Nullable Duration retryAfter) {
        String code = refusal.code();
        String told = code + ": " + refusal.message().replace(key, "********");
        return switch (code) {
            case "maximumResultsReached" -> new Step.End();
            case "apiKeyInvalid", "apiKeyMissing", "apiKeyDisabled" ->
                    trouble(
                            FailureCode.SOURCE_REFUSED,
                            "it does not accept NEWS_API_KEY (" + told + ")",
                            DAY);
            case "apiKeyExhausted" -> {
                Duration wait = retryAfter == null ? quota.untilTomorrow() : retryAfter;
                yield trouble(FailureCode.OVERLOADED, told, wait);
            }
            case "rateLimited" -> {
                Duration wait = retryAfter == null ? shortestInterval() : retryAfter;
                yield trouble(FailureCode.OVERLOADED, told, wait);
            }
            case "unexpectedError" -> trouble(FailureCode.SOURCE_UNREACHABLE, told, retryAfter);
            default -> trouble(FailureCode.SOURCE_REFUSED, told, retryAfter);
        };
    }

    private static Step trouble(FailureCode code, String told, @Nullable Duration retryAfter) {
        return new Step.Trouble(new Failure(code, LogText.line(told)), retryAfter);
    }

    /// What one page leads to.
    private sealed interface Step {
        record Read(NewsApiAnswer.Page page) implements Step {}

        record End() implements Step {}

        record Trouble(Failure failure, @Nullable Duration retryAfter) implements Step {}
    }
}
