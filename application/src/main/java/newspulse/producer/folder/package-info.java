/// A folder whose files are read line by line, each line once. Start at
/// [newspulse.producer.folder.FolderSource].
@NullMarked
package newspulse.producer.folder;

import org.jspecify.annotations.NullMarked;
