package newspulse.producer;

import newspulse.intake.ArticleDraft;
import newspulse.intake.Intake;

/// One article on its way into the pipeline.
public sealed interface Submission {

    /// An article that a source has taken apart already.
    record Draft(ArticleDraft draft) implements Submission {}

    /// The bytes of one article as they were received, and what checking them showed: even what
    /// breaks a rule is forwarded, so that it is accounted for among the dead letters. Nobody
    /// changes the array.
    @SuppressWarnings("ArrayRecordComponent") // never compared, and too hot to copy
    record Checked(byte[] json, Intake.Outcome outcome) implements Submission {}

    /// The bytes of one article, not checked: the stream will, and buries what breaks a rule. For
    /// sources that nobody asks for an outcome. Nobody changes the array.
    @SuppressWarnings("ArrayRecordComponent")
    record Raw(byte[] json) implements Submission {}
}
