package newspulse.provider.web;

import newspulse.config.Setting;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Where a model is: a base and what is put behind its path.
public final class ModelAddress {
    private static final Set<String> SCHEMES = Set.of("http", "https", "h2c");

    private ModelAddress() {}

    /// A setting of a base address; a slash at its end makes no difference.
    public static Setting<URI> setting(String name, String byDefault, String meaning) {
        return new Setting<>(
                name,
                List.of(),
                "address: http://, https:// or h2c:// (HTTP/2 in the clear), without user or query",
                byDefault,
                meaning,
                false,
                ModelAddress::parse);
    }

    /// Reads an address.
    ///
    /// @throws IllegalArgumentException when it is no such address
    public static URI parse(String text) {
        try {
            URI address = new URI(text.replaceAll("/+$", ""));
            boolean plain =
                    address.getUserInfo() == null
                            && address.getQuery() == null
                            && address.getFragment() == null;
            if (address.getHost() == null || !SCHEMES.contains(address.getScheme()) || !plain) {
                throw new IllegalArgumentException("not the address of a model");
            }
            return address;
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("not an address", e);
        }
    }

    /// Whether the host is `domain` or below it.
    public static boolean isAt(URI address, String domain) {
        String host = address.getHost().toLowerCase(Locale.ROOT);
        return host.equals(domain) || host.endsWith("." + domain);
    }

    public static URI under(URI base, String path) {
        return URI.create(base + path);
    }
}
