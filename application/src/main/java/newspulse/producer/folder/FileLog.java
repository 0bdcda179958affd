package newspulse.producer.folder;

import java.util.List;
import java.util.Map;

/// Takes lines into the pipeline and remembers how far each file was read: both or neither,
/// whatever breaks in between. Of one folder's logs only the one that was opened last may write.
public interface FileLog extends AutoCloseable {
    /// How far each file of the folder was read, by name. What another has begun to write before is
    /// finished or undone then.
    Map<String, Position> open() throws UnavailableException, InterruptedException;

    /// Takes the lines of a file, and where they end. After a failure the log must be opened again
    /// to know what it holds.
    void publish(String file, List<FileLine> lines, Position reached)
            throws UnavailableException, InterruptedException;

    /// The file is gone, and its name may come back with something else.
    void forget(String file) throws UnavailableException, InterruptedException;

    @Override
    void close();

    /// It cannot be reached now, or somebody else has opened it since.
    final class UnavailableException extends Exception {
        private static final long serialVersionUID = 1L;

        public UnavailableException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
