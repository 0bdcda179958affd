/// What articles are about. Start at [newspulse.engine.subjects.SubjectModel].
@NullMarked
package newspulse.engine.subjects;

import org.jspecify.annotations.NullMarked;
