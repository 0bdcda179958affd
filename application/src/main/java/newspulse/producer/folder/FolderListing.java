package newspulse.producer.folder;

import newspulse.producer.LogText;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The files of a folder that may be read: regular ones directly in it, named as something that is
/// known. A link counts as what it leads to, so one that leads out of the folder is refused.
final class FolderListing {
    private static final Logger LOG = LoggerFactory.getLogger(FolderListing.class);

    private final Path folder;
    private final Set<String> told = new HashSet<>();

    FolderListing(Path folder) {
        this.folder = folder;
    }

    /// By name.
    ///
    /// @throws IOException when the folder cannot be listed
    List<WatchedFile> files() throws IOException {
        Path real = folder.toRealPath();
        List<WatchedFile> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(real)) {
            for (Path entry : entries) {
                WatchedFile file = file(real, entry);
                if (file != null) {
                    files.add(file);
                }
            }
        }
        files.sort(Comparator.comparing(WatchedFile::name));
        return files;
    }

    private @Nullable WatchedFile file(Path real, Path entry) {
        String name = entry.getFileName().toString();
        WatchedFile.Format format = format(name);
        if (format == null) {
            return null;
        }
        try {
            Path path = entry.toRealPath();
            if (!real.equals(path.getParent())) {
                return refused(name, "it is a link that leads out of the folder");
            }
            var attributes =
                    Files.readAttributes(
                            path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!attributes.isRegularFile()) {
                return refused(name, "it is no regular file");
            }
            return new WatchedFile(
                    name, path, attributes.size(), attributes.lastModifiedTime(), format);
        } catch (IOException e) {
            return refused(name, "it cannot be looked at: " + e);
        }
    }

    /// By the end of the name; null for what is none of ours, such as a file under another name
    /// while it is written.
    static WatchedFile.@Nullable Format format(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith(".")) {
            return null;
        }
        boolean packed = lower.endsWith(".gz");
        String inner = packed ? lower.substring(0, lower.length() - 3) : lower;
        if (inner.endsWith(".csv")) {
            return new WatchedFile.Format(true, packed);
        }
        return inner.endsWith(".ndjson") || inner.endsWith(".jsonl")
                ? new WatchedFile.Format(false, packed)
                : null;
    }

    private @Nullable WatchedFile refused(String name, String reason) {
        if (told.add(name)) {
            LOG.warn("{} in {} is not read: {}", LogText.line(name), folder, reason);
        }
        return null;
    }
}
