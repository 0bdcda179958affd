package newspulse.producer.catalog;

import newspulse.config.ConfigurationException;
import newspulse.model.Fault;
import newspulse.producer.ProducerConfig;
import newspulse.producer.SourceSpec;
import newspulse.producer.SourceType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The sources that an operator wants asked.
public record SourceCatalog(String origin, List<SourceSpec> sources) {
    private static final String BUILT_IN = "/sources.yaml";

    public SourceCatalog {
        sources = List.copyOf(sources);
    }

    /// Reads the list: the file, or the one built in when the file has the default name and is not
    /// there.
    ///
    /// @throws ConfigurationException with every fault of the file
    public static SourceCatalog load(Path file) {
        if (!Files.exists(file) && file.equals(ProducerConfig.DEFAULT_SOURCES_FILE)) {
            return builtIn();
        }
        try (InputStream yaml = Files.newInputStream(file)) {
            return new SourceCatalog(
                    file.toString(),
                    SourceCatalogReader.read(yaml, file.toString(), SourceTypes.ALL));
        } catch (IOException e) {
            throw new ConfigurationException(
                    List.of(new Fault("SOURCES_FILE", "cannot be read: " + e, file.toString())));
        }
    }

    /// The list that a text holds; `origin` is what faults call it.
    ///
    /// @throws ConfigurationException with every fault of the text
    public static SourceCatalog parse(String yaml, String origin) {
        return parse(yaml, origin, SourceTypes.ALL);
    }

    /// The same with other types of sources than the registry's.
    public static SourceCatalog parse(String yaml, String origin, List<SourceType> types) {
        try (var in = new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))) {
            return new SourceCatalog(origin, SourceCatalogReader.read(in, origin, types));
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot be read", e);
        }
    }

    /// The default list.
    public static SourceCatalog builtIn() {
        try (InputStream yaml = SourceCatalog.class.getResourceAsStream(BUILT_IN)) {
            if (yaml == null) {
                throw new IllegalStateException("the jar lacks " + BUILT_IN);
            }
            return new SourceCatalog(
                    "built in", SourceCatalogReader.read(yaml, "sources.yaml", SourceTypes.ALL));
        } catch (IOException e) {
            throw new IllegalStateException("the jar cannot be read", e);
        }
    }

    public List<SourceSpec> enabled() {
        return sources.stream().filter(SourceSpec::enabled).toList();
    }
}
