package newspulse.producer;

import newspulse.model.Failure;

/// What became of one article that was offered.
public sealed interface Outcome {

    /// The broker has it.
    record Accepted(String id) implements Outcome {}

    /// The broker had it before.
    record Duplicate(String id) implements Outcome {}

    /// It breaks a rule and always will.
    record Rejected(Failure failure) implements Outcome {}

    /// The broker could not be reached: the source keeps the article and offers it again later.
    record Unavailable(Failure failure) implements Outcome {}
}
