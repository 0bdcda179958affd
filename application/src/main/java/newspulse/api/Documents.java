package newspulse.api;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Documents made around the JSON of articles, which goes in byte by byte.
final class Documents {
    private static final byte[] NEW_ANALYSIS = bytes("{\"type\":\"new_analysis\",\"data\":");
    private static final String INITIAL_DATA = "{\"type\":\"initial_data\",\"data\":[";

    private Documents() {}

    /// What a live client is told of one article.
    static byte[] newAnalysis(byte[] article) {
        byte[] message = new byte[NEW_ANALYSIS.length + article.length + 1];
        System.arraycopy(NEW_ANALYSIS, 0, message, 0, NEW_ANALYSIS.length);
        System.arraycopy(article, 0, message, NEW_ANALYSIS.length, article.length);
        message[message.length - 1] = '}';
        return message;
    }

    /// What a live client is told first.
    static byte[] initialData(List<byte[]> articles) {
        return list(INITIAL_DATA, articles);
    }

    /// `{count, news: [...]}`.
    static byte[] news(List<byte[]> articles) {
        return list("{\"count\":" + articles.size() + ",\"news\":[", articles);
    }

    private static byte[] list(String opening, List<byte[]> articles) {
        int length = articles.stream().mapToInt(article -> article.length + 1).sum();
        var document = new ByteArrayOutputStream(opening.length() + length + 2);
        document.writeBytes(bytes(opening));
        boolean isFirst = true;
        for (byte[] article : articles) {
            if (!isFirst) {
                document.write(',');
            }
            isFirst = false;
            document.writeBytes(article);
        }
        document.write(']');
        document.write('}');
        return document.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
