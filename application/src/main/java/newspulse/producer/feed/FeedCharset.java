package newspulse.producer.feed;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// From bytes to text. A byte order mark decides; else the first of the HTTP header's and the XML
/// declaration's charset that fits every byte, or the first of them with what does not fit
/// replaced; else UTF-8, or the publisher's usual charset where the bytes are no UTF-8.
final class FeedCharset {
    private static final Pattern DECLARED =
            Pattern.compile("<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([\\w.:-]{1,40})[\"']");
    private static final Pattern IN_HEADER =
            Pattern.compile("(?i)charset\\s*=\\s*[\"']?([\\w.:-]{1,40})");
    private static final int HEAD = 1_024;

    /// The charsets that are meant where these are named (WHATWG Encoding, "names and labels").
    private static final Map<String, String> MEANT =
            Map.ofEntries(
                    Map.entry("iso-8859-1", "windows-1252"),
                    Map.entry("latin1", "windows-1252"),
                    Map.entry("us-ascii", "windows-1252"),
                    Map.entry("ascii", "windows-1252"),
                    Map.entry("euc-kr", "x-windows-949"),
                    Map.entry("cp949", "x-windows-949"),
                    Map.entry("ks_c_5601-1987", "x-windows-949"),
                    Map.entry("gb2312", "GB18030"),
                    Map.entry("gbk", "GB18030"),
                    Map.entry("shift_jis", "windows-31j"),
                    Map.entry("x-sjis", "windows-31j"));

    private FeedCharset() {}

    /// The text, and whether the bytes were something else than what was said of them.
    record Decoded(String text, boolean isMended) {}

    static Decoded decode(byte[] bytes, FeedContext context) {
        Mark mark = Mark.of(bytes);
        if (mark != null) {
            return new Decoded(lenient(bytes, mark.skip(), mark.charset()), false);
        }
        List<Charset> told = new ArrayList<>();
        addIfKnown(told, find(IN_HEADER, context.contentType()));
        addIfKnown(told, find(DECLARED, head(bytes)));
        String utf8 = strict(bytes, StandardCharsets.UTF_8);
        if (utf8 != null && utf8.length() == bytes.length) { // ASCII
            return new Decoded(utf8, false);
        }
        for (Charset charset : told) {
            String text = strict(bytes, charset);
            if (text == null) {
                continue;
            }
            // Text in a charset of single bytes is hardly ever valid UTF-8 by chance.
            return utf8 != null && isSingleByte(charset)
                    ? new Decoded(utf8, true)
                    : new Decoded(text, !charset.equals(told.getFirst()));
        }
        if (utf8 != null) {
            return new Decoded(utf8, !told.isEmpty());
        }
        return new Decoded(guessed(bytes, told, context), true);
    }

    /// Of bytes that are not in the charset told, nor UTF-8 throughout: UTF-8 with a few broken
    /// characters; or the publisher's usual charset if it holds several bytes a character, which
    /// hardly fits by chance; or what the frequencies of bytes say; or what was told.
    private static String guessed(byte[] bytes, List<Charset> told, FeedContext context) {
        if (isMostlyUtf8(bytes)) {
            return lenient(bytes, 0, StandardCharsets.UTF_8);
        }
        Charset usual = context.usualCharset();
        String text = isSingleByte(usual) ? null : strict(bytes, usual);
        if (text != null) {
            return text;
        }
        Charset guess = CharsetGuess.of(bytes);
        if (guess != null) {
            return lenient(bytes, 0, guess);
        }
        boolean useless = told.isEmpty() || told.getFirst().equals(StandardCharsets.UTF_8);
        return lenient(bytes, 0, useless ? usual : told.getFirst());
    }

    private static boolean isSingleByte(Charset charset) {
        return charset.canEncode() && charset.newEncoder().maxBytesPerChar() == 1.0f;
    }

    /// Whether most of the characters beyond ASCII are whole ones of UTF-8.
    private static boolean isMostlyUtf8(byte[] bytes) {
        String text = lenient(bytes, 0, StandardCharsets.UTF_8);
        long broken = text.chars().filter(c -> c == 0xFFFD).count();
        long whole = text.chars().filter(c -> c > 0x7F && c != 0xFFFD).count();
        return whole > broken;
    }

    private static void addIfKnown(List<Charset> charsets, @Nullable String name) {
        if (name == null) {
            return;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        try {
            Charset charset = Charset.forName(MEANT.getOrDefault(lower, lower));
            // Without a mark and with a readable declaration it cannot be one of these.
            if (!lower.startsWith("utf-16") && !lower.startsWith("utf-32")) {
                charsets.add(charset);
            }
        } catch (IllegalArgumentException _) {
            return; // a name that nobody knows says nothing
        }
    }

    private static @Nullable String find(Pattern pattern, @Nullable String text) {
        if (text == null) {
            return null;
        }
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }

    private static String head(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
    }

    private static @Nullable String strict(byte[] bytes, Charset charset) {
        try {
            CharBuffer text =
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes));
            return text.toString();
        } catch (CharacterCodingException _) {
            return null;
        }
    }

    private static String lenient(byte[] bytes, int from, Charset charset) {
        return new String(bytes, from, bytes.length - from, charset);
    }

    /// The first bytes that give an encoding away: a mark, or `<?` or `<r` in two or four bytes.
    private record Mark(Charset charset, int skip) {
        static @Nullable Mark of(byte[] bytes) {
            if (bytes.length < 4) {
                return null;
            }
            int first = ByteBuffer.wrap(bytes).getInt();
            return switch (first) {
                case 0x0000FEFF -> new Mark(Charset.forName("UTF-32BE"), 4);
                case 0xFFFE0000 -> new Mark(Charset.forName("UTF-32LE"), 4);
                case 0x0000003C -> new Mark(Charset.forName("UTF-32BE"), 0);
                case 0x3C000000 -> new Mark(Charset.forName("UTF-32LE"), 0);
                case 0x4C6FA794 -> new Mark(Charset.forName("IBM037"), 0);
                default -> shortMark(first);
            };
        }

        private static @Nullable Mark shortMark(int first) {
            if (first >>> 8 == 0xEFBBBF) {
                return new Mark(StandardCharsets.UTF_8, 3);
            }
            return switch (first >>> 16) {
                case 0xFEFF -> new Mark(StandardCharsets.UTF_16BE, 2);
                case 0xFFFE -> new Mark(StandardCharsets.UTF_16LE, 2);
                case 0x003C -> new Mark(StandardCharsets.UTF_16BE, 0);
                case 0x3C00 -> new Mark(StandardCharsets.UTF_16LE, 0);
                default -> null;
            };
        }
    }
}
