/// What every service's HTTP face shares: problem documents, the server with its limits, health,
/// metrics and documentation. Start at [newspulse.http.HttpFace].
@NullMarked
package newspulse.http;

import org.jspecify.annotations.NullMarked;
