package newspulse.producer;

import java.io.IOException;

/// A source that sees by itself to when it looks for articles and hands them over.
public non-sealed interface RunningSource extends Source {
    /// Runs until its thread is interrupted.
    ///
    /// @throws IOException when it can never go on
    void run() throws InterruptedException, IOException;
}
