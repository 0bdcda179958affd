/// Providers in order of preference, part by part, behind one deadline. Start reading at
/// [newspulse.provider.chain.ProviderChain].
@NullMarked
package newspulse.provider.chain;

import org.jspecify.annotations.NullMarked;
