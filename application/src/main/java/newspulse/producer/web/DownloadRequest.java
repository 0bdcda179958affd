package newspulse.producer.web;

import java.net.URI;
import java.util.Map;

/// What to ask for. `headers` go along to every address that a redirect leads to, so where there is
/// a secret among them, `maxRedirects` is 0.
public record DownloadRequest(URI address, Map<String, String> headers, int maxRedirects) {
    public static final int MAX_REDIRECTS = 5;

    public DownloadRequest {
        headers = Map.copyOf(headers);
    }
}
