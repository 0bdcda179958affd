package newspulse.producer.catalog;

import newspulse.config.ConfigurationException;
import newspulse.config.NearestName;
import newspulse.model.Fault;
import newspulse.producer.SourceEntry;
import newspulse.producer.SourceSpec;
import newspulse.producer.SourceType;

import org.jspecify.annotations.Nullable;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads `sources.yaml` and finds all of its faults at once.
final class SourceCatalogReader {
    private static final String LIST = "sources";
    private static final int MAX_BYTES = 4 * 1024 * 1024;

    private final String file;
    private final List<SourceType> types;
    private final List<Fault> faults = new ArrayList<>();

    private SourceCatalogReader(String file, List<SourceType> types) {
        this.file = file;
        this.types = types;
    }

    /// Reads the whole list.
    ///
    /// @throws ConfigurationException with every fault
    static List<SourceSpec> read(InputStream yaml, String file, List<SourceType> types)
            throws IOException {
        var reader = new SourceCatalogReader(file, types);
        String text = new String(yaml.readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
        List<SourceSpec> sources = reader.sources(text);
        if (!reader.faults.isEmpty()) {
            throw new ConfigurationException(reader.faults);
        }
        return sources;
    }

    private List<SourceSpec> sources(String text) {
        if (!(parse(text) instanceof Map<?, ?> document)) {
            if (faults.isEmpty()) {
                faults.add(new Fault(file, "must be a map with the list \"" + LIST + "\""));
            }
            return List.of();
        }
        rejectUnknownKeys(document);
        if (!(document.get(LIST) instanceof List<?> list)) {
            faults.add(new Fault(file + ": " + LIST, "must be a list of sources"));
            return List.of();
        }
        List<SourceSpec> sources = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            source(file + ": " + LIST + "[" + i + "]", list.get(i)).ifPresent(sources::add);
        }
        rejectDoubles(sources);
        return sources;
    }

    private Optional<SourceSpec> source(String path, @Nullable Object written) {
        if (!(written instanceof Map<?, ?> fields)) {
            faults.add(new Fault(path, "must be a map with name and what its type needs"));
            return Optional.empty();
        }
        int before = faults.size();
        var entry = new YamlEntry(path, fields, faults);
        String label = entry.oneOf("type", types.stream().map(SourceType::label).toList());
        for (SourceType type : types) {
            if (type.label().equals(label)) {
                Set<String> keys = new HashSet<>(SourceEntry.KEYS);
                keys.addAll(type.keys());
                entry.allowOnly(keys);
                SourceSpec spec = type.reading().read(entry);
                return faults.size() == before ? Optional.of(spec) : Optional.empty();
            }
        }
        return Optional.empty();
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

    private void rejectDoubles(List<SourceSpec> sources) {
        Map<String, String> seen = new HashMap<>();
        for (SourceSpec source : sources) {
            if (seen.put("name " + source.name(), "") != null) {
                faults.add(new Fault(file, "names two sources alike", source.name()));
            }
            if (seen.put("address " + source.address(), "") != null) {
                faults.add(new Fault(file, "has an address twice", source.address()));
            }
        }
    }
}
