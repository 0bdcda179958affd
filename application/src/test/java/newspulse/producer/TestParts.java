package newspulse.producer;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import newspulse.producer.folder.FileLogs;
import newspulse.producer.web.Downloader;

/// What sources are built with in tests.
public final class TestParts {
    private static final FileLogs NO_FILES =
            source -> {
                throw new IllegalStateException(source + " reads no files");
            };

    private TestParts() {}

    /// For sources that read no files.
    public static SourceParts of(Downloader downloader, VirtualTime time) {
        return of(downloader, time, Lease.alone(), NO_FILES);
    }

    public static SourceParts of(
            Downloader downloader, VirtualTime time, Lease lease, FileLogs files) {
        return new SourceParts(
                downloader, time, time, lease, new FetchMetrics(new SimpleMeterRegistry()), files);
    }
}
