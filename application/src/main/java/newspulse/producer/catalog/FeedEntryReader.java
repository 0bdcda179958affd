package newspulse.producer.catalog;

import newspulse.config.NearestName;
import newspulse.model.Article;
import newspulse.model.Fault;
import newspulse.model.Source;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads one entry of the list; what is wrong with it goes to `faults`.
final class FeedEntryReader {
    private static final List<String> KEYS =
            List.of("name", "publisher", "url", "category", "language", "enabled", "identity");

    private final String path;
    private final List<Fault> faults;

    FeedEntryReader(String path, List<Fault> faults) {
        this.path = path;
        this.faults = faults;
    }

    Optional<FeedSpec> read(@Nullable Object entry) {
        if (!(entry instanceof Map<?, ?> fields)) {
            faults.add(new Fault(path, "must be a map with name and url"));
            return Optional.empty();
        }
        for (Object key : fields.keySet()) {
            if (!(key instanceof String name) || !KEYS.contains(name)) {
                String near =
                        NearestName.of(String.valueOf(key), KEYS)
                                .map(name -> ", did you mean \"" + name + "\"?")
                                .orElse("");
                faults.add(new Fault(path + "." + key, "is not known" + near));
            }
        }
        String name = text(fields, "name", Source.MAX_NAME);
        if (name == null && !fields.containsKey("name")) {
            faults.add(new Fault(path + ".name", "is missing"));
        }
        String publisher = text(fields, "publisher", Source.MAX_NAME);
        String category = text(fields, "category", Article.MAX_CATEGORY);
        String language = language(fields);
        boolean enabled = enabled(fields);
        URI url = url(fields);
        if (name == null || url == null) {
            return Optional.empty();
        }
        String shown = publisher == null ? name : publisher;
        return Optional.of(
                new FeedSpec(name, shown, url, category, language, enabled, identity(fields)));
    }

    private FeedSpec.Identity identity(Map<?, ?> fields) {
        Object value = fields.get("identity");
        if ("link".equals(value)) {
            return FeedSpec.Identity.LINK;
        }
        if (fields.containsKey("identity") && !"guid".equals(value)) {
            reject("identity", "must be guid or link", value);
        }
        return FeedSpec.Identity.GUID;
    }

    private @Nullable String text(Map<?, ?> fields, String key, int max) {
        Object value = fields.get(key);
        if (value == null && !fields.containsKey(key)) {
            return null;
        }
        if (!(value instanceof String text) || text.isBlank() || text.strip().length() > max) {
            reject(key, "must be a text of 1 to " + max + " characters", value);
            return null;
        }
        return text.strip();
    }

    private String language(Map<?, ?> fields) {
        Object value = fields.get("language");
        if (value == null) {
            return "und";
        }
        // YAML reads the bare word `no` (Norwegian) as false.
        String text = Boolean.FALSE.equals(value) ? "no" : String.valueOf(value);
        if (!text.matches("[a-z]{2}|und")) {
            reject("language", "must be two small letters (ISO 639-1)", value);
            return "und";
        }
        return text;
    }

    private boolean enabled(Map<?, ?> fields) {
        Object value = fields.get("enabled");
        if (fields.containsKey("enabled") && !(value instanceof Boolean)) {
            reject("enabled", "must be true or false", value);
        }
        return !Boolean.FALSE.equals(value);
    }

    private @Nullable URI url(Map<?, ?> fields) {
        Object value = fields.get("url");
        if (value == null) {
            faults.add(new Fault(path + ".url", "is missing"));
            return null;
        }
        try {
            URI url = new URI(String.valueOf(value).strip());
            String scheme = url.getScheme();
            boolean web = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
            if (web && url.getHost() != null && url.getUserInfo() == null) {
                return url;
            }
        } catch (URISyntaxException _) {
            reject("url", "is no address", value);
            return null;
        }
        reject("url", "must be http:// or https:// and a host, without a password", value);
        return null;
    }

    private void reject(String key, String message, @Nullable Object value) {
        faults.add(new Fault(path + "." + key, message, String.valueOf(value)));
    }
}
