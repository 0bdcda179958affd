package newspulse.producer.feed;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import newspulse.intake.ArticleDraft;
import newspulse.model.Article;
import newspulse.producer.catalog.FeedSpec;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

final class HostileFeedTest {
    private static final URI ADDRESS = URI.create("https://news.example/feed");
    private static final FeedSpec SPEC = new FeedSpec("Feed", "Feed", ADDRESS, null, "ko", true);

    @Property
    void anyBytesAreReadOrRefused(@ForAll byte[] bytes) {
        assertThat(drafts(bytes)).isGreaterThanOrEqualTo(0);
    }

    @Property
    void anySoupOfTagsIsReadOrRefused(@ForAll("soups") String soup) {
        byte[] bytes =
                ("<rss><channel><item><title>A title</title>" + soup)
                        .getBytes(StandardCharsets.UTF_8);
        assertThat(drafts(bytes)).isGreaterThanOrEqualTo(0);
    }

    @Provide
    Arbitrary<String> soups() {
        return Arbitraries.of(
                        "<item>",
                        "</item>",
                        "<entry ",
                        "<title type='xhtml'>",
                        "<link href='::'/>",
                        "<link>http://[</link>",
                        "<link>https://a.example/%zz|</link>",
                        "<![CDATA[",
                        "]]>",
                        "<!--",
                        "-->",
                        "<?x ",
                        "&#x110000;",
                        "&#0;",
                        "&bogus;",
                        "\u0000",
                        "<content mode='base64'>%%%</content>",
                        "<pubDate>99 Jan 0000</pubDate>",
                        " xml:base='http://%'",
                        "<media:group>",
                        "<enclosure type='image/png' url=''/>",
                        "<guid>http://a b</guid>",
                        "<author>@@@@ (",
                        ">",
                        "\"",
                        "'",
                        "\ud800",
                        "<rdf:RDF xmlns:rdf='x' xmlns=''>",
                        "<a10:updated>",
                        "<:>",
                        "</>",
                        "<x:/>")
                .list()
                .ofMaxSize(60)
                .map(parts -> String.join("", parts));
    }

    /// Documents made to be slow or large; 8 MiB each.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a>",
                "<item>",
                "<item><title>",
                "<item><description><b><i><table>",
                "<a xmlns:b='c'>",
                "<!--",
                "<![CDATA[",
                "&amp;",
                "&#65;",
                "</item>",
                "<item><link>https://a.example/</link><title>x</title><description>&lt;b&gt;&lt;i&gt;",
                "<item a='b' ",
                " a",
                "@",
                "x.jpg?",
                "["
            })
    @Timeout(60)
    void noDocumentHangs(String piece) {
        String head = "<rss><channel><item><title>A title</title><author>";
        String document = head + piece.repeat(8 * 1024 * 1024 / piece.length());
        assertThat(drafts(document.getBytes(StandardCharsets.UTF_8))).isGreaterThanOrEqualTo(0);
    }

    private static int drafts(byte[] document) {
        FeedContext context = FeedContext.of(ADDRESS, null, "ko");
        return switch (FeedReader.read(document, context)) {
            case FeedReading.NotAFeed _, FeedReading.Page _ -> 0;
            case FeedReading.Feed feed -> {
                var drafts = new FeedDrafts(SPEC);
                int made = 0;
                for (FeedEntry entry : feed.entries()) {
                    ArticleDraft draft = drafts.draft(entry, Instant.EPOCH);
                    made += draft == null ? 0 : 1;
                    assertThat(draft == null || fits(draft)).isTrue();
                }
                yield made;
            }
        };
    }

    private static boolean fits(ArticleDraft draft) {
        return within(draft.title(), Article.MAX_TITLE)
                && within(draft.description(), Article.MAX_DESCRIPTION)
                && within(draft.content(), Article.MAX_CONTENT)
                && within(draft.author(), Article.MAX_AUTHOR)
                && within(draft.category(), Article.MAX_CATEGORY);
    }

    private static boolean within(@Nullable String text, int max) {
        return text == null || text.length() <= max;
    }
}
