package newspulse.producer;

import newspulse.producer.folder.FileLogs;
import newspulse.producer.fulltext.PagePermission;
import newspulse.producer.web.Downloader;

import java.time.InstantSource;
import java.util.function.Predicate;

/// What sources are built with; each takes what it needs.
///
/// @param ours whether a source that runs by itself is this replica's now
/// @param requests counts the requests of all replicas
/// @param pages which pages may be fetched
/// @param files how lines of files get into the pipeline
public record SourceParts(
        Downloader downloader,
        InstantSource clock,
        Sleeper sleeper,
        Predicate<String> ours,
        FetchMetrics metrics,
        RequestCounter requests,
        Secrets secrets,
        PagePermission pages,
        FileLogs files) {}
