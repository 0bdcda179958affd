package newspulse.producer.folder;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/// A file directly in the folder, as it was when the folder was listed.
///
/// @param path its real path, without links
record WatchedFile(String name, Path path, long size, FileTime modified, Format format) {

    /// What its name says is in it.
    record Format(boolean isCsv, boolean isPacked) {}

    /// The same length and time: nobody has written to it since.
    boolean isAsBefore(WatchedFile before) {
        return size == before.size && modified.equals(before.modified);
    }
}
