package newspulse.inference;

import newspulse.model.Failure;

/// What a client may ask of its answer beside the answer itself.
///
/// @param explained whether it says why, too
/// @param route who is to answer
record AnswerOptions(boolean explained, Route route) {
    /// Who is to answer.
    sealed interface Route {}

    /// The engine in this process, and nobody else.
    record Local() implements Route {}

    /// Whoever is set up outside where an article deserves it, the local engine otherwise.
    record Auto() implements Route {}

    /// This provider; what it does not answer in time, the local engine does.
    record To(String provider) implements Route {}

    /// What the parameters of a request turned out to be.
    sealed interface Reading {}

    record Read(AnswerOptions options) implements Reading {}

    record Refused(Failure failure) implements Reading {}
}
