package newspulse.refiner;

import org.jspecify.annotations.Nullable;

import java.util.function.BooleanSupplier;

/// What is done with an article, on a virtual thread of its own, which is interrupted when the
/// answer is not wanted any more.
interface CallTask {
    /// Asks for a better answer.
    ///
    /// @return what is to be published, or null where there is nothing
    byte @Nullable [] ask(Work work) throws InterruptedException;

    /// Returns when the answer is there or not wanted any more.
    void publish(Work work, byte[] answer, BooleanSupplier isWanted) throws InterruptedException;
}
