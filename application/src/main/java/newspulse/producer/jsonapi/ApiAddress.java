package newspulse.producer.jsonapi;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/// Addresses of an API's pages.
final class ApiAddress {
    private ApiAddress() {}

    /// The address with the parameter in its query, in place of any of that name.
    static URI with(URI address, String parameter, String value) {
        String name = encoded(parameter);
        String query = address.getRawQuery() == null ? "" : address.getRawQuery();
        String others =
                Arrays.stream(query.split("&", -1))
                        .filter(pair -> !pair.isEmpty() && !pair.split("=", 2)[0].equals(name))
                        .map(pair -> pair + "&")
                        .collect(Collectors.joining());
        String path = address.getRawPath() == null ? "" : address.getRawPath();
        return URI.create(
                address.getScheme()
                        + "://"
                        + address.getRawAuthority()
                        + path
                        + "?"
                        + others
                        + name
                        + "="
                        + encoded(value));
    }

    /// The next page's address as an answer writes it; null unless it is on the same server, for
    /// the key goes along.
    static @Nullable URI next(URI from, String written) {
        try {
            URI next = from.resolve(new URI(written));
            boolean same =
                    Objects.equals(next.getScheme(), from.getScheme())
                            && Objects.equals(next.getRawAuthority(), from.getRawAuthority());
            return same ? next : null;
        } catch (URISyntaxException | IllegalArgumentException _) {
            return null;
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
