package newspulse.provider.chain;

import newspulse.provider.Provider;
import newspulse.provider.cache.AnswerCache;
import newspulse.provider.policy.CallPolicy;

import java.util.Optional;

/// A provider with what stands before it.
///
/// @param cache empty where its answers are not kept
record Member(CallPolicy policy, Optional<AnswerCache> cache) {
    Provider provider() {
        return policy.provider();
    }
}
