package newspulse.training;

/// Is told how far long work has come.
@FunctionalInterface
public interface Progress {
    /// Tells it.
    ///
    /// @param what is being done, in a few words
    /// @param done of `total`; may be told often
    void at(String what, long done, long total);
}
