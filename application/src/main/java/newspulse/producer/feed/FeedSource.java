package newspulse.producer.feed;

import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.ResponseHeaders;

import newspulse.intake.ArticleDraft;
import newspulse.model.Failure;
import newspulse.model.FailureCode;
import newspulse.producer.Fetched;
import newspulse.producer.LogText;
import newspulse.producer.PolledSource;
import newspulse.producer.SourceKind;
import newspulse.producer.fulltext.FullText;
import newspulse.producer.web.Download;
import newspulse.producer.web.DownloadRequest;
import newspulse.producer.web.Downloader;
import newspulse.producer.web.Freshness;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A feed on the web. It asks only for what changed: the validators of the last version that could
/// be read go along, exactly as the server gave them (RFC 9110, section 13.1). It learns where a
/// feed has moved for good.
public final class FeedSource implements PolledSource {
    private static final String ACCEPT =
            "application/rss+xml, application/atom+xml, application/feed+json;q=0.9,"
                    + " application/xml;q=0.9, text/xml;q=0.8, */*;q=0.5";

    private static final int LONGEST_VALIDATOR = 4_096;
    private static final String LISTED = "listed";
    private static final String ADDRESS = "address";
    private static final String ETAG = "etag";
    private static final String LAST_MODIFIED = "last_modified";
    private static final String RESTS_FOR = "rests_for";

    private static final Logger LOG = LoggerFactory.getLogger(FeedSource.class);

    private final FeedSpec feed;
    private final Downloader downloader;
    private final InstantSource clock;
    private final FeedDrafts drafts;
    private final @Nullable FullText fullText;
    private URI address;
    private @Nullable String etag;
    private @Nullable String lastModified;
    private Duration restsFor = Duration.ZERO;

    public FeedSource(FeedSpec feed, Downloader downloader, InstantSource clock) {
        this(feed, downloader, clock, null);
    }

    /// @param fullText where its articles get their whole texts from; null where the feed's do
    FeedSource(
            FeedSpec feed,
            Downloader downloader,
            InstantSource clock,
            @Nullable FullText fullText) {
        this.feed = feed;
        this.address = feed.url();
        this.downloader = downloader;
        this.clock = clock;
        this.drafts = new FeedDrafts(feed);
        this.fullText = fullText;
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
    public @Nullable String host() {
        return address.getHost();
    }

    /// One replica asks all feeds of a host, so that its limits hold over all replicas.
    @Override
    public String group() {
        return feed.url().getHost();
    }

    @Override
    public Map<String, String> learnt() {
        Map<String, String> learnt = new HashMap<>();
        learnt.put(LISTED, feed.toString());
        learnt.put(ADDRESS, address.toString());
        learnt.put(RESTS_FOR, Long.toString(restsFor.toSeconds()));
        if (etag != null) {
            learnt.put(ETAG, etag);
        }
        if (lastModified != null) {
            learnt.put(LAST_MODIFIED, lastModified);
        }
        return learnt;
    }

    @Override
    public boolean recall(Map<String, String> learnt) {
        if (!feed.toString().equals(learnt.get(LISTED))) {
            return false;
        }
        address = URI.create(learnt.getOrDefault(ADDRESS, feed.url().toString()));
        etag = learnt.get(ETAG);
        lastModified = learnt.get(LAST_MODIFIED);
        restsFor = Duration.ofSeconds(Long.parseLong(learnt.getOrDefault(RESTS_FOR, "0")));
        return true;
    }

    @Override
    public Fetched fetch() throws InterruptedException {
        var request = new DownloadRequest(address, headers(), DownloadRequest.MAX_REDIRECTS);
        return switch (downloader.get(request)) {
            case Download.NotModified same -> {
                learn(same.moved());
                yield new Fetched.Unchanged(freshFor(same.headers()));
            }
            case Download.Unreachable(Failure failure, boolean asked) ->
                    new Fetched.Broken(List.of(), failure, null, asked);
            case Download.Refused refused -> Fetched.refused(refused);
            case Download.Content content -> read(content);
        };
    }

    /// The longer of what the server says of this answer and what the feed says of itself.
    private Duration freshFor(ResponseHeaders headers) {
        Duration told = Freshness.of(headers, clock.instant());
        return told.compareTo(restsFor) > 0 ? told : restsFor;
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
                etag = kept(content.headers().get(HttpHeaderNames.ETAG));
                lastModified = kept(content.headers().get(HttpHeaderNames.LAST_MODIFIED));
                restsFor = read.restsFor();
                yield articles(read, freshFor(content.headers()));
            }
        };
    }

    private static @Nullable String kept(@Nullable String validator) {
        return validator == null || validator.length() > LONGEST_VALIDATOR ? null : validator;
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

    /// A feed that has moved for good is asked at its new address as long as the list, which is the
    /// operator's, stays as it is.
    private void learn(@Nullable URI moved) {
        if (moved != null && !moved.equals(address)) {
            LOG.info("{} has moved for good to {}", name(), moved);
            address = moved;
        }
    }

    private Fetched articles(FeedReading.Feed read, Duration freshFor) throws InterruptedException {
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
        return new Fetched.Articles(
                fullText == null ? articles : fullText.of(articles), skipped, freshFor);
    }
}
