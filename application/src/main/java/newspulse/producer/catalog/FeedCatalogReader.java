package newspulse.producer.catalog;

import newspulse.config.ConfigurationException;
import newspulse.config.NearestName;
import newspulse.model.Fault;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads `sources.yaml` and finds all of its faults at once.
final class FeedCatalogReader {
    private static final String LIST = "sources";
    private static final int MAX_BYTES = 4 * 1024 * 1024;

    private final String file;
    private final List<Fault> faults = new ArrayList<>();

    private FeedCatalogReader(String file) {
        this.file = file;
    }

    /// Reads the whole list.
    ///
    /// @throws ConfigurationException with every fault
    static List<FeedSpec> read(InputStream yaml, String file) throws IOException {
        var reader = new FeedCatalogReader(file);
        String text = new String(yaml.readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
        List<FeedSpec> feeds = reader.feeds(text);
        if (!reader.faults.isEmpty()) {
            throw new ConfigurationException(reader.faults);
        }
        return feeds;
    }

    private List<FeedSpec> feeds(String text) {
        if (!(parse(text) instanceof Map<?, ?> document)) {
            if (faults.isEmpty()) {
                faults.add(new Fault(file, "must be a map with the list \"" + LIST + "\""));
            }
            return List.of();
        }
        rejectUnknownKeys(document);
        if (!(document.get(LIST) instanceof List<?> list)) {
            faults.add(new Fault(file + ": " + LIST, "must be a list of feeds"));
            return List.of();
        }
        List<FeedSpec> feeds = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String path = file + ": " + LIST + "[" + i + "]";
            var entry = new FeedEntryReader(path, faults);
            entry.read(list.get(i)).ifPresent(feeds::add);
        }
        rejectDoubles(feeds);
        return feeds;
    }

    private Object parse(String text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(10);
        options.setNestingDepthLimit(10);
        try {
            Object document = new Yaml(new SafeConstructor(options)).load(text);
            return document == null ? "" : document;
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            faults.add(new Fault(file + ", line " + line, "is no valid YAML: " + e.getProblem()));
            return "";
        } catch (YAMLException e) {
            faults.add(new Fault(file, "is no valid YAML: " + e.getMessage()));
            return "";
        }
    }

    private void rejectUnknownKeys(Map<?, ?> document) {
        for (Object key : document.keySet()) {
            if (!LIST.equals(key)) {
                String near =
                        NearestName.of(String.valueOf(key), List.of(LIST))
                                .map(name -> ", did you mean \"" + name + "\"?")
                                .orElse("");
                faults.add(new Fault(file + ": " + key, "is not known" + near));
            }
        }
    }

    private void rejectDoubles(List<FeedSpec> feeds) {
        Map<String, String> seen = new HashMap<>();
        for (FeedSpec feed : feeds) {
            if (seen.put("name " + feed.name(), "") != null) {
                faults.add(new Fault(file, "names two feeds alike", feed.name()));
            }
            if (seen.put("url " + feed.url(), "") != null) {
                faults.add(new Fault(file, "has an address twice", feed.url().toString()));
            }
        }
    }
}
