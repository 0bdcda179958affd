package newspulse.producer.feed;

import newspulse.producer.WebAddress;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The feeds that a web page names (WHATWG HTML, section 4.6.7.1, `alternate`; RSS Advisory Board,
/// "RSS Autodiscovery"), in the order of the page, those of comments last.
final class FeedLinks {
    private static final int MOST = 10;
    private static final Set<String> TYPES =
            Set.of(
                    "application/rss+xml",
                    "application/atom+xml",
                    "application/rdf+xml",
                    "application/feed+json",
                    "application/x.atom+xml",
                    "text/rss+xml");

    private FeedLinks() {}

    static List<URI> of(String html, URI page) {
        var document = Jsoup.parse(html);
        Element written = document.selectFirst("base[href]");
        URI base = written == null ? page : WebAddress.rebase(page, written.attr("href"));
        Set<URI> first = new LinkedHashSet<>();
        Set<URI> last = new LinkedHashSet<>();
        for (Element link : document.select("link[rel][href]")) {
            String rel = " " + link.attr("rel").toLowerCase(Locale.ROOT) + " ";
            String type = link.attr("type").strip().toLowerCase(Locale.ROOT);
            boolean names = rel.contains(" alternate ") && TYPES.contains(type);
            String address = WebAddress.resolve(base, link.attr("href"));
            if (address == null || (!names && !rel.contains(" feed "))) {
                continue;
            }
            boolean comments =
                    (address + link.attr("title")).toLowerCase(Locale.ROOT).contains("comment");
            (comments ? last : first).add(URI.create(address));
        }
        List<URI> feeds = new ArrayList<>(first);
        feeds.addAll(last);
        return List.copyOf(feeds.subList(0, Math.min(MOST, feeds.size())));
    }
}
