package newspulse.producer.folder;

/// Where the logs of folders come from.
@FunctionalInterface
public interface FileLogs {
    /// The log of a folder's files; nothing is asked yet.
    ///
    /// @param source the folder's name in the list
    FileLog log(String source);
}
