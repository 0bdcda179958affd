package newspulse.producer.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import newspulse.config.ConfigurationException;
import newspulse.model.Fault;
import newspulse.producer.ProducerConfig;
import newspulse.producer.SourceSpec;
import newspulse.producer.feed.FeedSpec;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

final class SourceCatalogTest {
    @TempDir private Path folder;

    @Test
    void readsEveryFieldAndItsDefault() throws IOException {
        SourceCatalog catalog =
                load(
                        """
                        sources:
                          - {name: A, publisher: P, url: "https://a.example/f", category: world, language: ko, enabled: false}
                          - {name: B, url: "http://b.example/"}
                        """);
        List<FeedSpec> feeds = catalog.sources().stream().map(FeedSpec.class::cast).toList();
        assertThat(feeds.getFirst().publisher()).isEqualTo("P");
        assertThat(feeds.getFirst().language()).isEqualTo("ko");
        assertThat(catalog.enabled()).extracting(SourceSpec::name).containsExactly("B");
        assertThat(feeds.getLast().publisher()).isEqualTo("B");
        assertThat(feeds.getLast().category()).isNull();
    }

    @Test
    void reportsEveryFaultAtOnceWithTheNearestKnownName() {
        assertThatThrownBy(() ->
                        load(
                                """
                                sorces: 1
                                sources:
                                  - {name: A, url: "ftp://a.example/f", langage: en}
                                  - {name: [], url: "https://b.example/", enabled: maybe}
                                  - {url: "https://c.example/", language: english}
                                  - just a text
                                  - {name: D, url: "https://d.example/"}
                                  - {name: D, url: "https://d.example/"}
                                  - {name: E, type: fed, url: "https://e.example/"}
                                """))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        thrown ->
                                assertThat(thrown.faults())
                                        .extracting(Fault::toString)
                                        .anySatisfy(told ->
                                                assertThat(told)
                                                        .contains("did you mean \"sources\""))
                                        .anySatisfy(told ->
                                                assertThat(told).contains("[0].url", "http"))
                                        .anySatisfy(told ->
                                                assertThat(told)
                                                        .contains(
                                                                "[0].langage",
                                                                "did you mean \"language\""))
                                        .anySatisfy(told -> assertThat(told).contains("[1].name"))
                                        .anySatisfy(
                                                told -> assertThat(told).contains("[1].enabled"))
                                        .anySatisfy(told ->
                                                assertThat(told).contains("[2].name is missing"))
                                        .anySatisfy(
                                                told -> assertThat(told).contains("[2].language"))
                                        .anySatisfy(told ->
                                                assertThat(told).contains("[3] must be a map"))
                                        .anySatisfy(told ->
                                                assertThat(told)
                                                        .contains("names two sources alike"))
                                        .anySatisfy(told ->
                                                assertThat(told).contains("has an address twice"))
                                        .anySatisfy(told ->
                                                assertThat(told).contains("[6].type", "feed"))
                                        .hasSize(11));
    }

    @Test
    void saysWhereTheYamlIsBroken() {
        assertThatThrownBy(() -> load("sources:\n  - {name: A\n  - b: ]\n"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("line ")
                .hasMessageContaining("no valid YAML");
        assertThatThrownBy(() -> load("")).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> load("sources: !!java.io.File [/etc]"))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void saysThatAFileThatWasNamedIsNotThere() {
        assertThatThrownBy(() -> SourceCatalog.load(folder.resolve("none.yaml")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("SOURCES_FILE");
    }

    @Test
    void fallsBackToTheBuiltInList() {
        SourceCatalog catalog = SourceCatalog.load(ProducerConfig.DEFAULT_SOURCES_FILE);
        assertThat(catalog.sources()).isEqualTo(SourceCatalog.builtIn().sources());
    }

    @Test
    void shipsAListWithAllSubjectsInBothLanguages() {
        List<FeedSpec> feeds =
                SourceCatalog.builtIn().enabled().stream().map(FeedSpec.class::cast).toList();
        assertThat(feeds).hasSizeGreaterThan(50);
        for (String language : Set.of("en", "ko")) {
            assertThat(feeds)
                    .filteredOn(feed -> feed.language().equals(language))
                    .extracting(FeedSpec::category)
                    .contains("world", "business", "technology", "science", "health", "sport");
        }
    }

    private SourceCatalog load(String yaml) throws IOException {
        return SourceCatalog.load(Files.writeString(folder.resolve("sources.yaml"), yaml));
    }
}
