package newspulse.app;

import newspulse.config.ConfigurationException;
import newspulse.config.Settings;
import newspulse.model.Fault;
import newspulse.producer.ProducerConfig;
import newspulse.producer.catalog.FeedSpec;
import newspulse.producer.feed.FeedInspection;
import newspulse.producer.web.Download;
import newspulse.producer.web.DownloadRequest;
import newspulse.producer.web.Downloader;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/// `newspulse sources check`.
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Shows what a feed would bring: its articles, what would be mended, and what would"
                        + " be left out and why. Nothing is published. Exit code 1: it brings nothing.")
final class SourcesCheckCommand implements Callable<Integer> {
    private static final int BRINGS_NOTHING = 1;

    @Parameters(paramLabel = "URL|FILE", description = "The feed, or a page that names it.")
    private String what = "";

    @Option(
            names = "--language",
            paramLabel = "XX",
            defaultValue = "und",
            description = "What it is written in (ISO 639-1), as in sources.yaml.")
    private String language = "und";

    @Option(
            names = "--identity",
            paramLabel = "guid|link",
            defaultValue = "guid",
            description = "What makes its articles the same ones, as in sources.yaml.")
    private String identity = "guid";

    @Override
    public Integer call() {
        return Launch.reportingFaults(() -> {
            boolean web = what.matches("(?i)https?://.*");
            FeedInspection inspection = web ? fetched() : inFile();
            System.out.print(InspectionTable.of(what, inspection));
            return inspection instanceof FeedInspection.Feed feed
                            && feed.rows().stream().anyMatch(row -> row.refusal() == null)
                    ? Launch.OK
                    : BRINGS_NOTHING;
        });
    }

    private FeedInspection inFile() throws IOException {
        Path file = Path.of(what);
        if (!Files.isRegularFile(file)) {
            throw fault("is neither a web address nor a file");
        }
        return inspected(Files.readAllBytes(file), URI.create("https://file.invalid/"), null);
    }

    private FeedInspection fetched() throws InterruptedException {
        Settings settings = Configuration.read(Path.of(""), System.getenv());
        ProducerConfig config = ProducerConfig.from(settings);
        settings.check();
        URI address;
        try {
            address = URI.create(what);
        } catch (IllegalArgumentException _) {
            throw fault("is no address");
        }
        var limits =
                new Downloader.Limits(
                        config.fetchFirstByteTimeout(),
                        config.fetchTimeout(),
                        config.fetchMaxBytes());
        try (var downloader =
                new Downloader(
                        config.userAgent(Version.current()),
                        limits,
                        config.allowed(),
                        Clock.systemUTC())) {
            var request = new DownloadRequest(address, Map.of(), DownloadRequest.MAX_REDIRECTS);
            return switch (downloader.get(request)) {
                case Download.NotModified _ -> new FeedInspection.Refused("it answered 304");
                case Download.Unreachable unreachable ->
                        new FeedInspection.Refused(unreachable.failure().detail());
                case Download.Refused refused ->
                        new FeedInspection.Refused(
                                "it answered " + refused.status() + " " + refused.reason());
                case Download.Content content ->
                        inspected(
                                content.body(),
                                content.address(),
                                content.headers().get("content-type"));
            };
        }
    }

    private FeedInspection inspected(byte[] document, URI address, @Nullable String contentType) {
        FeedSpec.Identity by =
                switch (identity) {
                    case "guid" -> FeedSpec.Identity.GUID;
                    case "link" -> FeedSpec.Identity.LINK;
                    default -> throw fault("--identity is guid or link");
                };
        var spec = new FeedSpec("check", "check", address, null, language, true, by);
        return FeedInspection.of(document, spec, contentType, Clock.systemUTC().instant());
    }

    private ConfigurationException fault(String message) {
        return new ConfigurationException(List.of(new Fault("URL|FILE", message, what)));
    }
}
