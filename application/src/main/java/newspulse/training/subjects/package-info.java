/// Trains and measures what says which subjects an article is about. Start at
/// [newspulse.training.subjects.EnglishSubjectTrainer] and
/// [newspulse.training.subjects.SubjectEvaluation].
@NullMarked
package newspulse.training.subjects;

import org.jspecify.annotations.NullMarked;
