package newspulse.producer.catalog;

import newspulse.config.ConfigurationException;
import newspulse.model.Fault;
import newspulse.producer.ProducerConfig;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The feeds that an operator wants fetched.
public record FeedCatalog(String origin, List<FeedSpec> feeds) {
    private static final String BUILT_IN = "/sources.yaml";

    public FeedCatalog {
        feeds = List.copyOf(feeds);
    }

    /// Reads the list: the file, or the one built in when the file has the default name and is not
    /// there.
    ///
    /// @throws ConfigurationException with every fault of the file
    public static FeedCatalog load(Path file) {
        if (!Files.exists(file) && file.equals(ProducerConfig.DEFAULT_SOURCES_FILE)) {
            return builtIn();
        }
        try (InputStream yaml = Files.newInputStream(file)) {
            return new FeedCatalog(file.toString(), FeedCatalogReader.read(yaml, file.toString()));
        } catch (IOException e) {
            throw new ConfigurationException(
                    List.of(new Fault("SOURCES_FILE", "cannot be read: " + e, file.toString())));
        }
    }

    /// The list that a text holds; `origin` is what faults call it.
    ///
    /// @throws ConfigurationException with every fault of the text
    public static FeedCatalog parse(String yaml, String origin) {
        try (var in = new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))) {
            return new FeedCatalog(origin, FeedCatalogReader.read(in, origin));
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot be read", e);
        }
    }

    /// The default list.
    public static FeedCatalog builtIn() {
        try (InputStream yaml = FeedCatalog.class.getResourceAsStream(BUILT_IN)) {
            if (yaml == null) {
                throw new IllegalStateException("the jar lacks " + BUILT_IN);
            }
            return new FeedCatalog("built in", FeedCatalogReader.read(yaml, "sources.yaml"));
        } catch (IOException e) {
            throw new IllegalStateException("the jar cannot be read", e);
        }
    }

    public List<FeedSpec> enabled() {
        return feeds.stream().filter(FeedSpec::enabled).toList();
    }
}
