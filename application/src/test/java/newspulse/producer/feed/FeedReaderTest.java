package newspulse.producer.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;

final class FeedReaderTest {
    private static final URI ADDRESS = URI.create("https://news.example/feeds/all.xml");

    @Test
    void readsRss2WithItsExtensions() {
        FeedEntry entry =
                only(
                        """
                        <?xml version="1.0"?>
                        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
                          xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
                        <channel><title>All</title><link>https://news.example</link>
                        <item><title>A &amp;lt;b&amp;gt; <![CDATA[& more]]></title><link> /story?id=1&amp;x=2 </link>
                        <description><![CDATA[<p>Short.</p>]]></description>
                        <content:encoded>&lt;p&gt;Long.&lt;/p&gt;</content:encoded>
                        <d:creator>Jane Roe</d:creator><category>Economy</category>
                        <media:content url="https://img.example/a.jpg" medium="image"/>
                        <guid isPermaLink="false">4711</guid>
                        <pubDate>Tue, 10 Jun 2003 04:00:00 GMT</pubDate></item></channel></rss>
                        """);
        assertThat(entry)
                .isEqualTo(
                        new FeedEntry(
                                "4711",
                                "A &lt;b&gt; & more",
                                "https://news.example/story?id=1&x=2",
                                "<p>Short.</p>",
                                "<p>Long.</p>",
                                "Jane Roe",
                                "Economy",
                                "https://img.example/a.jpg",
                                Instant.parse("2003-06-10T04:00:00Z"),
                                Set.of(Repair.LINK_RELATIVE)));
    }

    @Test
    void readsRss1AndItsIdentifierAsLink() {
        FeedEntry entry =
                only(
                        """
                        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                          xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
                        <channel rdf:about="https://news.example"><title>All</title></channel>
                        <item rdf:about="https://news.example/1"><title>First</title>
                        <dc:date>2003-06-10T04:00:00+02:00</dc:date></item></rdf:RDF>
                        """);
        assertThat(entry.link()).isEqualTo("https://news.example/1");
        assertThat(entry.published()).isEqualTo(Instant.parse("2003-06-10T02:00:00Z"));
    }

    @Test
    void readsAtomWithRelativeLinksAndThreeKindsOfText() {
        FeedEntry entry =
                only(
                        """
                        <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://other.example/">
                        <entry xml:base="blog/"><title>1 &lt; 2 &amp; 3</title>
                        <link rel="self" href="self.xml"/><link rel="alternate" href="story"/>
                        <summary type="html">&lt;b&gt;Bold&lt;/b&gt;</summary>
                        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <i>b</i></div></content>
                        <author><name>Jane Roe</name><email>j@example.com</email></author>
                        <category term="economy" label="Economy"/>
                        <published>2003-06-10T04:00:00Z</published><updated>2004-01-01T00:00:00Z</updated>
                        </entry></feed>
                        """);
        assertThat(entry.title()).isEqualTo("1 &lt; 2 &amp; 3");
        assertThat(entry.link()).isEqualTo("https://other.example/blog/story");
        assertThat(entry.summary()).isEqualTo("<b>Bold</b>");
        assertThat(entry.content()).contains("A <i>b</i>");
        assertThat(entry.author()).isEqualTo("Jane Roe");
        assertThat(entry.category()).isEqualTo("Economy");
        assertThat(entry.published()).isEqualTo(Instant.parse("2003-06-10T04:00:00Z"));
    }

    @Test
    void readsJsonFeed() {
        FeedEntry entry =
                only(
                        """
                        {"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","url":"/1",
                        "title":"A <tag>","content_text":"x < y","date_published":"2003-06-10T04:00:00Z",
                        "authors":[{"name":"Jane Roe"}],"tags":["economy"]}]}
                        """);
        assertThat(entry.title()).isEqualTo("A &lt;tag>");
        assertThat(entry.link()).isEqualTo("https://news.example/1");
        assertThat(entry.content()).isEqualTo("x &lt; y");
    }

    @Test
    void expandsNoEntityOfTheDocumentsOwnAndOpensNothing() {
        FeedEntry entry =
                only(
                        """
                        <!DOCTYPE rss [<!ENTITY a "lol"><!ENTITY b "&a;&a;"><!ENTITY file SYSTEM "file:///etc/passwd">]>
                        <rss><channel><item><title>x&b;&file;y</title><link>https://news.example/1</link></item></channel></rss>
                        """);
        assertThat(entry.title()).doesNotContain("lol").doesNotContain("root").contains("x", "y");
    }

    @Test
    void readsItemsThatNobodyClosed() {
        assertThat(
                        entries(
                                "<rss><channel><item><title>One</title><link>https://a.example/1</link>"
                                        + "<item><title>Two</title><link>https://a.example/2</link>"))
                .extracting(FeedEntry::title)
                .containsExactly("One", "Two");
    }

    @Test
    void decidesTheCharsetByMarkThenHeaderThenDeclaration() {
        String korean = "<rss><channel><item><title>속보입니다</title></item></channel></rss>";
        byte[] eucKr = korean.getBytes(Charset.forName("EUC-KR"));
        byte[] utf16 = ("\uFEFF" + korean).getBytes(StandardCharsets.UTF_16LE);
        String declared = "<?xml version='1.0' encoding='euc-kr'?>" + korean;
        assertThat(title(eucKr, "text/xml; charset=euc-kr", "en")).isEqualTo("속보입니다");
        assertThat(title(declared.getBytes(Charset.forName("EUC-KR")), null, "en"))
                .isEqualTo("속보입니다");
        assertThat(title(utf16, "text/xml; charset=utf-8", "en")).isEqualTo("속보입니다");
        assertThat(title(eucKr, null, "ko")).isEqualTo("속보입니다");
        assertThat(title(korean.getBytes(StandardCharsets.UTF_8), "x; charset=nonsense", "en"))
                .isEqualTo("속보입니다");
        assertThat(title(declared.getBytes(Charset.forName("EUC-KR")), "a; charset=utf-8", "en"))
                .isEqualTo("속보입니다");
    }

    @Test
    void knowsThatAPageIsNoFeed() {
        assertThat(read("<!doctype html><html><body>Not found</body></html>"))
                .isInstanceOf(FeedReading.NotAFeed.class);
        assertThat(read("{\"error\": 1}")).isInstanceOf(FeedReading.NotAFeed.class);
        assertThat(read("")).isInstanceOf(FeedReading.NotAFeed.class);
    }

    @Test
    void takesNoMoreEntriesThanTheCap() {
        String items = "<item><title>x</title></item>".repeat(FeedReader.MAX_ENTRIES + 10);
        assertThat(entries("<rss><channel>" + items)).hasSize(FeedReader.MAX_ENTRIES);
    }

    @Test
    void takesADocumentTypeOutUnread() {
        FeedReading.Feed feed =
                feed(
                        """
                        <!DOCTYPE rss [<!ENTITY a "x>"><!ENTITY b SYSTEM "file:///etc/passwd">]>
                        <rss><channel><item><title>A &b; title &nbsp;&middot;</title></item></channel></rss>
                        """);
        assertThat(feed.entries().getFirst().title()).startsWith("A &b; title").endsWith("·");
        assertThat(feed.repairs()).containsExactlyInAnyOrder(Repair.DOCTYPE, Repair.ENTITIES);
    }

    @Test
    void saysWhatItMendedInADocument() {
        assertThat(repairs("<rss><channel><item><title>a & b\u0001</title></item></channel></rss>"))
                .containsExactlyInAnyOrder(Repair.AMPERSANDS, Repair.CONTROL_CHARACTERS);
        assertThat(repairs("Warning: x\n<rss><channel></channel></rss>"))
                .containsExactly(Repair.LEADING_TEXT);
        assertThat(repairs("<rss><channel><item><title>x</item></channel></rss>"))
                .containsExactly(Repair.TAGS);
        assertThat(repairs("<rss><channel><item><title><![CDATA[half"))
                .containsExactly(Repair.TRUNCATED);
        assertThat(repairs("\uFEFF<rss><channel></channel></rss>")).isEmpty();
    }

    @Test
    void keepsAnAddressWholeWhoseAmpersandsAreBare() {
        FeedEntry entry =
                only("<rss><channel><item><link>https://a.example/?a=1&copy=2&lt=3</link></item>");
        assertThat(entry.link()).isEqualTo("https://a.example/?a=1&copy=2&lt=3");
    }

    @Test
    void findsWhatStandsInATitleThatWasNotClosed() {
        FeedEntry entry =
                only(
                        "<rss><channel><item><title>News<link>https://a.example/1</link>"
                                + "<pubDate>10 Jun 2003</pubDate></item></channel></rss>");
        assertThat(entry.title()).isEqualTo("News");
        assertThat(entry.link()).isEqualTo("https://a.example/1");
        assertThat(entry.published()).isEqualTo(Instant.parse("2003-06-10T00:00:00Z"));
    }

    @Test
    void readsUtf8ThatIsDeclaredAsLatin1() {
        String document =
                "<?xml version='1.0' encoding='iso-8859-1'?><rss><channel><item><title>Zürich</title>";
        FeedReading.Feed feed = feed(document);
        assertThat(feed.entries().getFirst().title()).isEqualTo("Zürich");
        assertThat(feed.repairs()).contains(Repair.ENCODING);
    }

    @Test
    void readsNewsSitemaps() {
        FeedEntry entry =
                only(
                        """
                        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
                          xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
                        <url><loc>https://news.example/1</loc><n:news><n:publication>
                        <n:name>News</n:name></n:publication><n:title>A &amp; B</n:title>
                        <n:publication_date>2003-06-10T04:00:00Z</n:publication_date></n:news></url>
                        </urlset>
                        """);
        assertThat(entry.title()).isEqualTo("A &amp; B");
        assertThat(entry.link()).isEqualTo("https://news.example/1");
        assertThat(entry.published()).isEqualTo(Instant.parse("2003-06-10T04:00:00Z"));
    }

    @Test
    void findsTheFeedsThatAPageNames() {
        FeedReading reading =
                read(
                        """
                        <!DOCTYPE html><html><head>
                        <link rel=alternate type=application/rss+xml title=Comments href=/comments.xml>
                        <link rel="alternate" type="application/atom+xml" href="all.atom">
                        <link rel="alternate" hreflang="de" href="/de/"></head><body></body></html>
                        """);
        assertThat(reading)
                .isEqualTo(
                        new FeedReading.Page(
                                List.of(
                                        URI.create("https://news.example/feeds/all.atom"),
                                        URI.create("https://news.example/comments.xml"))));
    }

    @Test
    void readsListsOfFeeds() {
        byte[] opml =
                """
                <opml version="1.0"><body><outline text="World"><outline title="A & B"
                  xmlUrl="https://a.example/feed"/></outline>
                <outline text="None" xmlUrl="javascript:x"/><outline text="Again"
                  xmlurl="https://a.example/feed"/></body></opml>
                """
                        .getBytes(StandardCharsets.UTF_8);
        assertThat(Opml.read(opml))
                .containsExactly(
                        new Opml.Outline("A & B", URI.create("https://a.example/feed"), "World"));
    }

    private static Set<Repair> repairs(String document) {
        return feed(document).repairs();
    }

    private static FeedReading.Feed feed(String document) {
        return (FeedReading.Feed) read(document);
    }

    private static @Nullable String title(
            byte[] document, @Nullable String contentType, String language) {
        FeedContext context = FeedContext.of(ADDRESS, contentType, language);
        return ((FeedReading.Feed) FeedReader.read(document, context)).entries().getFirst().title();
    }

    private static FeedEntry only(String document) {
        List<FeedEntry> entries = entries(document);
        assertThat(entries).hasSize(1);
        return entries.getFirst();
    }

    private static List<FeedEntry> entries(String document) {
        return ((FeedReading.Feed) read(document)).entries();
    }

    private static FeedReading read(String document) {
        return FeedReader.read(
                document.getBytes(StandardCharsets.UTF_8), FeedContext.of(ADDRESS, null, "en"));
    }
}
