package newspulse.producer;

import newspulse.intake.ArticleDraft;

/// One article on its way into the pipeline.
public sealed interface Submission {

    /// An article that a source has taken apart already.
    record Draft(ArticleDraft draft) implements Submission {}

    /// The bytes of one article as they were received, valid or not: even what cannot be read is
    /// forwarded, so that it is accounted for among the dead letters. Nobody changes the array.
    @SuppressWarnings("ArrayRecordComponent") // never compared, and too hot to copy
    record Raw(byte[] json) implements Submission {}
}
