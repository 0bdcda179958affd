package newspulse.producer;

import newspulse.producer.folder.FileLogs;
import newspulse.producer.web.Downloader;

import java.time.InstantSource;

/// What sources are built with; each takes what it needs.
///
/// @param lease which of several replicas a source is, for those that run by themselves
/// @param files how lines of files get into the pipeline
public record SourceParts(
        Downloader downloader,
        InstantSource clock,
        Sleeper sleeper,
        Lease lease,
        FetchMetrics metrics,
        FileLogs files) {}
