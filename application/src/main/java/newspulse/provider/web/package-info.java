/// HTTP calls to models: pooled connections, one time limit from connecting to the last byte, a
/// bound on what is read, and trouble under the names of [newspulse.provider.CallFailure]. Start
/// reading at [newspulse.provider.web.ModelClient].
@NullMarked
package newspulse.provider.web;

import org.jspecify.annotations.NullMarked;
