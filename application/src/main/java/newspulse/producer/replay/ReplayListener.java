package newspulse.producer.replay;

import newspulse.model.Failure;

/// Hears of lines that were not even handed over.
@FunctionalInterface
public interface ReplayListener {
    /// Called once for each such line.
    ///
    /// @param line its number in the file, from 1
    void rejected(long line, Failure failure);
}
