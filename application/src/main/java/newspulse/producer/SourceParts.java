package newspulse.producer;

import newspulse.producer.web.Downloader;

import java.time.InstantSource;

/// What sources are built with; each takes what it needs.
public record SourceParts(Downloader downloader, InstantSource clock) {}
