package newspulse.producer.fulltext;

import com.linecorp.armeria.common.HttpHeaderNames;

import newspulse.intake.ArticleDraft;
import newspulse.model.Article;
import newspulse.model.Ingest;
import newspulse.producer.ShortHtml;
import newspulse.producer.Sleeper;
import newspulse.producer.WebAddress;
import newspulse.producer.web.Download;
import newspulse.producer.web.DownloadRequest;
import newspulse.producer.web.Downloader;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Gives the articles of one feed the text of their pages, where that is more than the feed has.
/// What it found it keeps while the process runs, so that an article does not change from fetch to
/// fetch, and no page is fetched twice for the same entry. Which text an article has stands in its
/// `ingest.text`.
public final class FullText {
    /// Pages fetched in one round; the others' turn comes with the next.
    static final int MOST_PAGES = 30;

    /// How often a page is tried before its entry keeps the feed's text.
    static final int MOST_TRIES = 3;

    private static final int REMEMBERED = 2_000;
    private static final Duration BETWEEN_PAGES = Duration.ofSeconds(1);
    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*\"?([^\\s;\"]{1,40})");
    private static final Map<String, String> HEADERS =
            Map.of("accept", "text/html, application/xhtml+xml;q=0.9");

    private final Downloader downloader;
    private final PagePermission permission;
    private final Sleeper sleeper;
    private final Map<String, Known> known = new LinkedHashMap<>(16, 0.75f, true);

    /// What is known of an entry's page, while the feed says what it said then.
    private record Known(String said, @Nullable String text, int tries) {}

    public FullText(Downloader downloader, PagePermission permission, Sleeper sleeper) {
        this.downloader = downloader;
        this.permission = permission;
        this.sleeper = sleeper;
    }

    /// The same articles in the same order. Blocks while it fetches.
    public List<ArticleDraft> of(List<ArticleDraft> drafts) throws InterruptedException {
        List<ArticleDraft> whole = new ArrayList<>(drafts.size());
        int fetched = 0;
        for (ArticleDraft draft : drafts) {
            String address = WebAddress.absolute(draft.url());
            if (address == null) {
                whole.add(draft);
                continue;
            }
            String said = draft.title() + "\n" + draft.description() + "\n" + draft.content();
            Known before = known.get(address);
            Known now = before == null || !before.said().equals(said) ? null : before;
            boolean isOpen = now == null || (now.text() == null && now.tries() < MOST_TRIES);
            if (isOpen && fetched < MOST_PAGES) {
                if (fetched++ > 0) {
                    sleeper.sleep(BETWEEN_PAGES);
                }
                String text = page(URI.create(address));
                now = new Known(said, text, now == null ? 1 : now.tries() + 1);
                remember(address, now);
            }
            whole.add(with(draft, now == null ? null : now.text()));
        }
        return whole;
    }

    private void remember(String address, Known now) {
        known.put(address, now);
        if (known.size() > REMEMBERED) {
            known.remove(known.keySet().iterator().next());
        }
    }

    private static ArticleDraft with(ArticleDraft draft, @Nullable String text) {
        String said = draft.content() == null ? draft.description() : draft.content();
        int length = said == null ? 0 : ShortHtml.text(said).length();
        if (text == null || text.length() <= length) {
            return draft.withContent(draft.content(), draft.ingest().with(Ingest.Text.FEED));
        }
        String content = ShortHtml.within(Article.MAX_CONTENT, ShortHtml.escaped(text));
        return draft.withContent(content, draft.ingest().with(Ingest.Text.PAGE));
    }

    private @Nullable String page(URI address) throws InterruptedException {
        if (!permission.allows(address)) {
            return null;
        }
        var request = new DownloadRequest(address, HEADERS, DownloadRequest.MAX_REDIRECTS);
        return switch (downloader.get(request)) {
            case Download.NotModified _, Download.Unreachable _, Download.Refused _ -> null;
            case Download.Content content -> text(address, content);
        };
    }

    private @Nullable String text(URI asked, Download.Content content) throws InterruptedException {
        if (!content.address().equals(asked) && !permission.allows(content.address())) {
            return null;
        }
        String declared = content.headers().get(HttpHeaderNames.CONTENT_TYPE);
        String type = declared == null ? "text/html" : declared.toLowerCase(Locale.ROOT);
        if (!type.startsWith("text/html") && !type.startsWith("application/xhtml+xml")) {
            return null;
        }
        return PageReader.text(content.body(), charset(type), content.address());
    }

    /// What the header says, where it is one.
    private static @Nullable String charset(String type) {
        Matcher charset = CHARSET.matcher(type);
        try {
            return charset.find() && Charset.isSupported(charset.group(1))
                    ? charset.group(1)
                    : null;
        } catch (IllegalCharsetNameException _) {
            return null;
        }
    }
}
