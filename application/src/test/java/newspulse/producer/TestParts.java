package newspulse.producer;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import newspulse.producer.folder.FileLogs;
import newspulse.producer.web.Downloader;

import java.util.Optional;
import java.util.function.Predicate;

/// What sources are built with in tests.
public final class TestParts {
    private static final FileLogs NO_FILES =
            source -> {
                throw new IllegalStateException(source + " reads no files");
            };

    private TestParts() {}

    /// For sources that read no files.
    public static SourceParts of(Downloader downloader, VirtualTime time) {
        return of(downloader, time, _ -> true, NO_FILES);
    }

    public static SourceParts of(
            Downloader downloader, VirtualTime time, Predicate<String> ours, FileLogs files) {
        return new SourceParts(
                downloader,
                time,
                time,
                ours,
                new FetchMetrics(new SimpleMeterRegistry()),
                RequestCounter.inMemory(),
                setting -> Optional.of("key of " + setting),
                _ -> true,
                files);
    }
}
