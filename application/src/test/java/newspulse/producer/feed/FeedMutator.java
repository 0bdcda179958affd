package newspulse.producer.feed;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Breaks feeds the way publishers and attackers do: it takes a good document apart into its tags,
/// attributes and texts (of JSON: braces, names and values), changes some of them, and puts it
/// together again. The same random numbers give the same documents.
final class FeedMutator {
    private static final int LONGEST = 32 * 1024;
    private static final int MOST_CHANGES = 8;

    private static final Pattern PIECE =
            Pattern.compile(
                    "<!\\[CDATA\\[.*?]]>|<[^<>]*>|[^<>{}\\[\\],:\"]+|\"[^\"]*\"|.", Pattern.DOTALL);

    static final List<String> GOOD =
            List.of(
                    """
                    <?xml version="1.0" encoding="utf-8"?>
                    <rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
                    <channel><title>The Paper</title><link>https://p.example/</link>
                    <item><title>Harbour opens &amp; closes</title><link>https://p.example/1</link>
                    <guid isPermaLink="false">p-4711</guid><pubDate>Tue, 10 Jun 2003 04:00:00 GMT</pubDate>
                    <dc:creator>Ada</dc:creator><category>world</category>
                    <description><![CDATA[<p>It was <b>closed</b> for a week.</p>]]></description>
                    <content:encoded>&lt;p&gt;Long text&lt;/p&gt;</content:encoded>
                    <media:content url="https://p.example/1.jpg" medium="image"/></item>
                    <item><title>A second story</title><link>/2</link><enclosure url="/2.mp3" type="audio/mpeg" length="1"/></item>
                    </channel></rss>
                    """,
                    """
                    <?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/" xml:lang="en">
                    <title type="html">A &lt;i&gt;blog&lt;/i&gt;</title><id>urn:x:1</id>
                    <entry><id>urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <b>title</b> here</div></title>
                    <link rel="alternate" href="one"/><link rel="enclosure" href="one.png" type="image/png"/>
                    <updated>2003-12-13T18:30:02.25+01:00</updated><published>2003-12-13T08:29:29-04:00</published>
                    <author><name>Ben</name></author><summary>Short.</summary>
                    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Text</p></div></content></entry></feed>
                    """,
                    """
                    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
                    <channel rdf:about="https://r.example/"><title>R</title></channel>
                    <item rdf:about="https://r.example/1"><title>An item of RDF</title><link>https://r.example/1</link><dc:date>2004-05-06</dc:date></item></rdf:RDF>
                    """,
                    """
                    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
                    <url><loc>https://s.example/1</loc><news:news><news:publication><news:name>S</news:name><news:language>ko</news:language></news:publication>
                    <news:publication_date>2026-01-02</news:publication_date><news:title>항구가 다시 열렸다고 한다</news:title></news:news></url></urlset>
                    """,
                    """
                    {"version": "https://jsonfeed.org/version/1.1", "title": "J", "items": [
                    {"id": "j-1", "url": "https://j.example/1", "title": "A JSON story", "content_html": "<p>Text</p>", "date_published": "2026-01-02T03:04:05Z",
                    "authors": [{"name": "Ada"}], "tags": ["world"], "image": "https://j.example/1.png"}]}
                    """,
                    """
                    <!DOCTYPE html><html><head><title>Page</title><link rel="alternate" type="application/rss+xml" href="/feed"></head><body><p>x</p></body></html>
                    """);

    private static final List<String> NASTY =
            List.of(
                    "<!DOCTYPE a [<!ENTITY b \"c\"><!ENTITY d \"&b;&b;\">]>",
                    "<!--",
                    "-->",
                    "<![CDATA[",
                    "]]>",
                    "<?xml version=\"1.0\" encoding=\"utf-16\"?>",
                    "&#0;",
                    "&#xFFFFFFFF;",
                    "&bogus;",
                    "&",
                    "<",
                    ">",
                    "\"",
                    "'",
                    "\0",
                    "\u000b",
                    "\ufeff",
                    "\ufffe",
                    "\ud800",
                    "\udc00",
                    "\u202e",
                    "99 Foo 0000",
                    "Mon, 31 Feb 2026 25:61:61 +9999",
                    "-999999999-01-01",
                    "9999999999999",
                    "http://[::1",
                    "https://a b|c",
                    "javascript:alert(1)",
                    "//",
                    "?",
                    "../../..",
                    "data:,x",
                    "xml:base='http://%'",
                    " xmlns=''",
                    "<item>",
                    "</item>",
                    "<entry>",
                    "</rss>",
                    "<feed>",
                    "<title type='xhtml'>",
                    "<content mode='base64'>%%%</content>",
                    "null",
                    "1e999999",
                    "-0",
                    "[]",
                    "{}",
                    "true",
                    "[[[[[[[[",
                    "{\"a\":",
                    "\\ud800",
                    "\\u0000");

    private static final List<Charset> CHARSETS =
            List.of(
                    StandardCharsets.UTF_8,
                    StandardCharsets.UTF_8,
                    StandardCharsets.UTF_16LE,
                    StandardCharsets.UTF_16,
                    StandardCharsets.ISO_8859_1,
                    Charset.forName("x-windows-949"));

    private final SplittableRandom random;

    FeedMutator(SplittableRandom random) {
        this.random = random;
    }

    byte[] next() {
        List<String> pieces = pieces(one(GOOD));
        int changes = random.nextInt(1, MOST_CHANGES + 1);
        for (int i = 0; i < changes; i++) {
            change(pieces);
        }
        String text = String.join("", pieces);
        text = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        byte[] bytes = text.getBytes(one(CHARSETS));
        if (random.nextInt(4) == 0 && bytes.length > 0) {
            for (int i = random.nextInt(1, 6); i > 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
        }
        return bytes;
    }

    private void change(List<String> pieces) {
        if (pieces.isEmpty()) {
            pieces.add(one(NASTY));
            return;
        }
        int at = random.nextInt(pieces.size());
        int end = Math.min(pieces.size(), at + random.nextInt(1, 30));
        switch (random.nextInt(10)) {
            case 0 -> pieces.subList(at, end).clear();
            case 1 ->
                    pieces.addAll(
                            random.nextInt(pieces.size()), List.copyOf(pieces.subList(at, end)));
            case 2 -> pieces.set(at, one(NASTY));
            case 3 -> pieces.add(at, one(NASTY));
            case 4 -> pieces.set(at, within(pieces.get(at)));
            case 5 -> pieces.set(at, pieces.get(random.nextInt(pieces.size())));
            case 6 -> pieces.subList(at, pieces.size()).clear();
            case 7 -> pieces.addAll(at, foreign());
            case 8 -> pieces.set(at, repeated(pieces.get(at)));
            default -> pieces.set(at, pieces.get(at).toUpperCase(Locale.ROOT));
        }
    }

    /// A change inside a tag or a text.
    private String within(String piece) {
        int at = random.nextInt(piece.length() + 1);
        return piece.substring(0, at)
                + one(NASTY)
                + piece.substring(random.nextInt(at, piece.length() + 1));
    }

    /// Some of another document, perhaps of another format.
    private List<String> foreign() {
        List<String> other = pieces(one(GOOD));
        int from = random.nextInt(other.size());
        return other.subList(from, random.nextInt(from, other.size()) + 1);
    }

    private String repeated(String piece) {
        int most = Math.max(1, LONGEST / Math.max(1, piece.length()));
        int times = random.nextInt(20) == 0 ? 3_000 : 12;
        return piece.repeat(random.nextInt(1, Math.min(most, times) + 1));
    }

    private static List<String> pieces(String document) {
        List<String> pieces = new ArrayList<>();
        Matcher piece = PIECE.matcher(document);
        while (piece.find()) {
            pieces.add(piece.group());
        }
        return pieces;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
