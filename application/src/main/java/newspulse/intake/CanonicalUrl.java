package newspulse.intake;

import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The one form of an address under which the same page is always found: scheme and host in lower
/// case, no default port, no fragment, no tracking parameters, mobile and AMP forms resolved. For
/// comparing only: it is never fetched and never shown.
public final class CanonicalUrl {
    private static final Pattern FORM =
            Pattern.compile(
                    "(https?)://(?:[^/?#@\\s]*@)?(\\[[0-9a-f:.]+\\]|[^\\s/?#:@\\[\\]\\\\<>\"{}|^`]+)"
                            + "(?::(\\d{1,5})?)?((?:[/?#].*)?)",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern GOOGLE_AMP = Pattern.compile("/amp/s/(.+)");
    private static final Pattern AMP_CACHE = Pattern.compile("/(?:c|v)/s/(.+)");
    private static final Set<String> TRACKING =
            Set.of(
                    "fbclid",
                    "gclid",
                    "dclid",
                    "gbraid",
                    "wbraid",
                    "msclkid",
                    "yclid",
                    "twclid",
                    "igshid",
                    "mc_cid",
                    "mc_eid",
                    "cmpid",
                    "ocid",
                    "ito",
                    "at_medium",
                    "at_campaign",
                    "smid",
                    "ref_src",
                    "ncid",
                    "guccounter",
                    "_ga",
                    "spm",
                    "amp",
                    "outputtype");

    private CanonicalUrl() {}

    /// Whether the text is `http(s)://` and a host, with nothing in it that no address can hold.
    static boolean isAddress(String url) {
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c <= ' ' || c == 0x7F || Character.isSurrogate(c)) {
                return false;
            }
        }
        Matcher form = FORM.matcher(url);
        return form.matches() && holdsLetterOrDigit(form.group(2));
    }

    private static boolean holdsLetterOrDigit(String host) {
        for (int i = 0; i < host.length(); i++) {
            if (Character.isLetterOrDigit(host.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /// The canonical form; a text that is no address is answered as it is.
    public static String of(String url) {
        Matcher form = FORM.matcher(url.strip());
        if (!form.matches()) {
            return url;
        }
        String host = host(form.group(2));
        String rest = beforeAny(form.group(4), '#');
        String path = beforeAny(rest, '?');
        Matcher wrapped =
                host.equals("google.com")
                        ? GOOGLE_AMP.matcher(path)
                        : host.endsWith(".cdn.ampproject.org") ? AMP_CACHE.matcher(path) : null;
        if (wrapped != null && wrapped.matches()) {
            return of("https://" + wrapped.group(1) + rest.substring(path.length()));
        }
        return "https://" + host + port(form) + path(path) + query(rest.substring(path.length()));
    }

    /// `http` and `https` name the same page, so the canonical scheme is always `https`.
    private static String port(Matcher form) {
        String port = form.group(3);
        return port == null || port.equals("80") || port.equals("443") ? "" : ":" + port;
    }

    private static String host(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        StringJoiner labels = new StringJoiner(".");
        String[] parts = lower.split("\\.", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean isVariant =
                    switch (parts[i]) {
                        case "www", "m", "mobile", "amp" -> i < parts.length - 2;
                        default -> false;
                    };
            if (!isVariant) {
                labels.add(parts[i]);
            }
        }
        return labels.toString();
    }

    private static String path(String path) {
        String plain = path;
        for (String suffix : new String[] {"/", "/amp", ".amp", "/"}) {
            if (plain.endsWith(suffix)) {
                plain = plain.substring(0, plain.length() - suffix.length());
            }
        }
        return plain.startsWith("/amp/") ? plain.substring(4) : plain;
    }

    private static String query(String query) {
        StringJoiner kept = new StringJoiner("&", "?", "");
        kept.setEmptyValue("");
        for (String parameter :
                query.isEmpty() ? new String[0] : query.substring(1).split("&", -1)) {
            String name = beforeAny(parameter, '=').toLowerCase(Locale.ROOT);
            if (!parameter.isEmpty() && !name.startsWith("utm_") && !TRACKING.contains(name)) {
                kept.add(parameter);
            }
        }
        return kept.toString();
    }

    private static String beforeAny(String text, char end) {
        int at = text.indexOf(end);
        return at < 0 ? text : text.substring(0, at);
    }
}
