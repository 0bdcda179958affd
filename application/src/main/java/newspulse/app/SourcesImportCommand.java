package newspulse.app;

import newspulse.config.ConfigurationException;
import newspulse.model.Fault;
import newspulse.producer.catalog.FeedCatalog;
import newspulse.producer.catalog.FeedImport;
import newspulse.producer.catalog.FeedSpec;
import newspulse.producer.feed.Opml;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/// `newspulse sources import`.
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Turns a list of feeds (OPML), as feed readers export it, into sources.yaml.")
final class SourcesImportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "OPML", description = "The exported list.")
    private Path list = Path.of("");

    @Option(
            names = "--into",
            paramLabel = "FILE",
            description =
                    "Add what FILE does not have yet to it (it is made where there is none), instead"
                            + " of printing.")
    private @Nullable Path into;

    @Override
    public Integer call() {
        return Launch.reportingFaults(() -> {
            if (!Files.isRegularFile(list)) {
                throw fault("is no file");
            }
            List<FeedImport.Feed> feeds =
                    Opml.read(Files.readAllBytes(list)).stream()
                            .map(outline ->
                                    new FeedImport.Feed(
                                            outline.name(), outline.address(), outline.folder()))
                            .toList();
            if (feeds.isEmpty()) {
                throw fault("holds no feed");
            }
            Path target = into;
            if (target == null) {
                System.out.print(FeedImport.yaml("", List.of(), feeds));
                return Launch.OK;
            }
            boolean there = Files.exists(target);
            String before = there ? Files.readString(target) : "";
            List<FeedSpec> known = there ? FeedCatalog.load(target).feeds() : List.of();
            String after = FeedImport.yaml(before, known, feeds);
            int all = FeedCatalog.parse(after, target.toString()).feeds().size();
            Files.writeString(target, after, StandardCharsets.UTF_8);
            System.out.printf(
                    "%d of %d feeds added to %s%n", all - known.size(), feeds.size(), target);
            return Launch.OK;
        });
    }

    private ConfigurationException fault(String message) {
        return new ConfigurationException(List.of(new Fault("OPML", message, list.toString())));
    }
}
