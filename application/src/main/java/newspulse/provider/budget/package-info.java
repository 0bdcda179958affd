/// What calls may cost, in money and in tokens, for all replicas together. Start reading at
/// [newspulse.provider.budget.Budget].
@NullMarked
package newspulse.provider.budget;

import org.jspecify.annotations.NullMarked;
