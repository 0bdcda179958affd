package newspulse.producer.catalog;

import newspulse.config.NearestName;
import newspulse.model.Article;
import newspulse.model.Fault;
import newspulse.model.Source;
import newspulse.producer.SourceEntry;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An entry as YAML has it; what is wrong with it goes to `faults`.
final class YamlEntry implements SourceEntry {
    private static final URI NOWHERE = URI.create("https://nowhere.invalid/");

    private final String path;
    private final Map<?, ?> fields;
    private final List<Fault> faults;

    YamlEntry(String path, Map<?, ?> fields, List<Fault> faults) {
        this.path = path;
        this.fields = fields;
        this.faults = faults;
    }

    /// Keeps a fault of every field that is none of these.
    void allowOnly(Collection<String> keys) {
        for (Object key : fields.keySet()) {
            if (!(key instanceof String name) || !keys.contains(name)) {
                String near =
                        NearestName.of(String.valueOf(key), keys)
                                .map(name -> ", did you mean \"" + name + "\"?")
                                .orElse("");
                faults.add(new Fault(path + "." + key, "is not known" + near));
            }
        }
    }

    @Override
    public String name() {
        return required("name", Source.MAX_NAME);
    }

    @Override
    public String publisher() {
        String publisher = text("publisher", Source.MAX_NAME);
        return publisher == null ? name() : publisher;
    }

    @Override
    public @Nullable String category() {
        return text("category", Article.MAX_CATEGORY);
    }

    @Override
    public String language() {
        Object value = fields.get("language");
        if (value == null) {
            return "und";
        }
        // YAML reads the bare word `no` (Norwegian) as false.
        String text = Boolean.FALSE.equals(value) ? "no" : String.valueOf(value);
        if (!text.matches("[a-z]{2}|und")) {
            reject("language", "must be two small letters (ISO 639-1)");
            return "und";
        }
        return text;
    }

    @Override
    public boolean enabled() {
        return flag("enabled", true);
    }

    @Override
    public boolean has(String key) {
        return fields.containsKey(key);
    }

    @Override
    public @Nullable String text(String key, int max) {
        Object value = fields.get(key);
        if (value == null && !has(key)) {
            return null;
        }
        if (!(value instanceof String text) || text.isBlank() || text.strip().length() > max) {
            reject(key, "must be a text of 1 to " + max + " characters");
            return null;
        }
        return text.strip();
    }

    @Override
    public String required(String key, int max) {
        String text = text(key, max);
        if (text == null && !has(key)) {
            missing(key);
        }
        return text == null ? "" : text;
    }

    @Override
    public URI url(String key) {
        Object value = fields.get(key);
        if (value == null) {
            missing(key);
            return NOWHERE;
        }
        try {
            URI url = new URI(String.valueOf(value).strip());
            String scheme = url.getScheme();
            boolean web = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
            if (web && url.getHost() != null && url.getUserInfo() == null) {
                return url;
            }
        } catch (URISyntaxException _) {
            reject(key, "is no address");
            return NOWHERE;
        }
        reject(key, "must be http:// or https:// and a host, without a password");
        return NOWHERE;
    }

    @Override
    public boolean flag(String key, boolean otherwise) {
        Object value = fields.get(key);
        if (value instanceof Boolean flag) {
            return flag;
        }
        if (has(key)) {
            reject(key, "must be true or false");
        }
        return otherwise;
    }

    @Override
    public int integer(String key, int otherwise, int min, int max) {
        Object value = fields.get(key);
        if (value instanceof Integer number && number >= min && number <= max) {
            return number;
        }
        if (has(key)) {
            reject(key, "must be a whole number from " + min + " to " + max);
        }
        return otherwise;
    }

    @Override
    public String oneOf(String key, List<String> words) {
        Object value = fields.get(key);
        if (value instanceof String word && words.contains(word)) {
            return word;
        }
        if (has(key)) {
            reject(key, "must be " + String.join(" or ", words));
        }
        return words.getFirst();
    }

    @Override
    public SourceEntry map(String key, Set<String> keys) {
        Object value = fields.get(key);
        if (has(key) && !(value instanceof Map<?, ?>)) {
            reject(key, "must be a map");
        }
        Map<?, ?> below = value instanceof Map<?, ?> map ? map : Map.of();
        var entry = new YamlEntry(path + "." + key, below, faults);
        entry.allowOnly(keys);
        return entry;
    }

    @Override
    public void reject(String key, String message) {
        add(new Fault(path + "." + key, message, String.valueOf(fields.get(key))));
    }

    private void missing(String key) {
        add(new Fault(path + "." + key, "is missing"));
    }

    /// A field may be read more than once.
    private void add(Fault fault) {
        if (!faults.contains(fault)) {
            faults.add(fault);
        }
    }
}
