package newspulse.producer.example;

import newspulse.intake.ArticleDraft;
import newspulse.producer.Fetched;
import newspulse.producer.PolledSource;
import newspulse.producer.SourceSpec;
import newspulse.producer.SourceType;
import newspulse.producer.web.DownloadRequest;
import newspulse.producer.web.Downloader;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/// Headlines as plain text: on each line a time, a title and an address, with tabs between them.
public record HeadlineList(String name, String publisher, URI url, Downloader downloader)
        implements PolledSource {
    public static final SourceType TYPE =
            new SourceType(
                    "headlines",
                    Set.of("url"),
                    entry -> {
                        String name = entry.name();
                        String publisher = entry.publisher();
                        URI url = entry.url("url");
                        return SourceSpec.of(
                                entry,
                                url.toString(),
                                parts ->
                                        new HeadlineList(name, publisher, url, parts.downloader()));
                    });

    @Override
    public Fetched fetch() throws InterruptedException {
        return Fetched.of(
                downloader.get(new DownloadRequest(url, Map.of(), 5)),
                content -> {
                    String text = new String(content.body(), StandardCharsets.UTF_8);
                    return text.lines()
                            .map(line -> line.split("\t", -1))
                            .filter(line -> line.length == 3)
                            .map(line -> ArticleDraft.of(publisher, line[1], line[2], line[0]))
                            .toList();
                });
    }
}
