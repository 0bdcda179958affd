/// The one policy round every provider: deadline, retries, circuit breaker, concurrency, rates,
/// budget, in the order that ADR 0014 explains. Start reading at
/// [newspulse.provider.policy.CallPolicy].
@NullMarked
package newspulse.provider.policy;

import org.jspecify.annotations.NullMarked;
