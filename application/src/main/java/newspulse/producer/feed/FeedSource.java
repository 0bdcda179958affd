package newspulse.producer.feed;

import com.linecorp.armeria.common.HttpHeaderNames;

import newspulse.intake.ArticleDraft;
import newspulse.model.Failure;
import newspulse.model.FailureCode;
import newspulse.producer.Fetched;
import newspulse.producer.LogText;
import newspulse.producer.PolledSource;
import newspulse.producer.SourceKind;
import newspulse.producer.catalog.FeedSpec;
import newspulse.producer.web.Download;
import newspulse.producer.web.DownloadRequest;
import newspulse.producer.web.Downloader;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A feed on the web. It asks only for what changed: the validators of the last version that could
/// be read go along, exactly as the server gave them (RFC 9110, section 13.1). It learns where a
/// feed has moved for good, and asks one that is gone no more.
public final class FeedSource implements PolledSource {
    private static final String ACCEPT =
            "application/rss+xml, application/atom+xml, application/feed+json;q=0.9,"
                    + " application/xml;q=0.9, text/xml;q=0.8, */*;q=0.5";

    private static final Logger LOG = LoggerFactory.getLogger(FeedSource.class);

    private final FeedSpec feed;
    private final Downloader downloader;
    private final InstantSource clock;
    private final FeedDrafts drafts;
    private URI address;
    private Fetched.@Nullable Broken gone;
    private @Nullable String etag;
    private @Nullable String lastModified;

    public FeedSource(FeedSpec feed, Downloader downloader, InstantSource clock) {
        this.feed = feed;
        this.address = feed.url();
        this.downloader = downloader;
        this.clock = clock;
        this.drafts = new FeedDrafts(feed);
    }

    @Override
    public String name() {
        return feed.name();
    }

    @Override
    public SourceKind kind() {
        return SourceKind.FEED;
    }

    @Override
    public Fetched fetch() throws InterruptedException {
        if (gone != null) {
            return gone;
        }
        var request = new DownloadRequest(address, headers(), DownloadRequest.MAX_REDIRECTS);
        return switch (downloader.get(request)) {
            case Download.NotModified _ -> new Fetched.Unchanged();
            case Download.Unreachable unreachable -> new Fetched.Broken(unreachable.failure());
            case Download.Refused refused -> refused(refused);
            case Download.Content content -> read(content);
        };
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new HashMap<>();
        headers.put(HttpHeaderNames.ACCEPT.toString(), ACCEPT);
        if (etag != null) {
            headers.put(HttpHeaderNames.IF_NONE_MATCH.toString(), etag);
        }
        if (lastModified != null) {
            headers.put(HttpHeaderNames.IF_MODIFIED_SINCE.toString(), lastModified);
        }
        return headers;
    }

    private Fetched refused(Download.Refused refused) {
        FailureCode code =
                refused.isBusy()
                        ? FailureCode.OVERLOADED
                        : refused.status() >= 500
                                ? FailureCode.SOURCE_UNREACHABLE
                                : FailureCode.SOURCE_REFUSED;
        String reason = LogText.line("it answered " + refused.status() + " " + refused.reason());
        var broken = new Fetched.Broken(List.of(), new Failure(code, reason), refused.retryAfter());
        if (refused.isGone()) {
            LOG.warn(
                    "{} is gone for good (410) and is asked no more; take it from the list",
                    name());
            gone = broken;
        }
        return broken;
    }

    private Fetched read(Download.Content content) throws InterruptedException {
        var context =
                FeedContext.of(
                        content.address(),
                        content.headers().get(HttpHeaderNames.CONTENT_TYPE),
                        feed.language());
        return switch (FeedReader.read(content.body(), context)) {
            case FeedReading.NotAFeed not ->
                    new Fetched.Broken(
                            new Failure(
                                    FailureCode.SOURCE_UNREADABLE,
                                    LogText.line("no feed is there: " + not.reason())));
            case FeedReading.Page page -> follow(page);
            case FeedReading.Feed read -> {
                learn(content.moved());
                etag = content.headers().get(HttpHeaderNames.ETAG);
                lastModified = content.headers().get(HttpHeaderNames.LAST_MODIFIED);
                yield articles(read);
            }
        };
    }

    /// The address is a page's: the feed that it names first is fetched from now on.
    private Fetched follow(FeedReading.Page page) throws InterruptedException {
        URI named = page.feeds().getFirst();
        if (!address.equals(feed.url()) || named.equals(address)) {
            return new Fetched.Broken(
                    new Failure(
                            FailureCode.SOURCE_UNREADABLE,
                            LogText.line("no feed is there: it is a web page")));
        }
        LOG.info("{} is a web page; its feed is {}", feed.name(), named);
        address = named;
        return fetch();
    }

    /// A feed that has moved for good is asked at its new address, until this process ends: the
    /// list is the operator's.
    private void learn(@Nullable URI moved) {
        if (moved != null && !moved.equals(address)) {
            LOG.info("{} has moved for good to {}", name(), moved);
            address = moved;
        }
    }

    private Fetched articles(FeedReading.Feed read) {
        List<ArticleDraft> articles = new ArrayList<>();
        int skipped = 0;
        for (FeedEntry entry : drafts.identified(read.entries())) {
            ArticleDraft draft = drafts.draft(entry, clock.instant());
            if (draft == null) {
                skipped++;
            } else {
                articles.add(draft);
            }
        }
        return new Fetched.Articles(articles, skipped);
    }
}
