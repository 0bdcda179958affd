package newspulse.provider.policy;

import newspulse.provider.Answer;
import newspulse.provider.CallFailure;
import newspulse.provider.ProviderException;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// Makes a second try beside one that is slow, and takes whichever answers first (Dean and Barroso,
/// "The Tail at Scale", CACM 2013). The other is cancelled, and may have to be paid for.
final class Hedge {
    private final Duration after;
    private final Runnable hedged;

    /// @param hedged is told of each second try
    Hedge(Duration after, Runnable hedged) {
        this.after = after;
        this.hedged = hedged;
    }

    /// The first answer; when both fail, the first failure.
    Answer ask(Callable<Answer> attempt) throws ProviderException, InterruptedException {
        var tries = new ExecutorCompletionService<Answer>(task -> Thread.ofVirtual().start(task));
        List<Future<Answer>> made = new ArrayList<>();
        made.add(tries.submit(attempt));
        try {
            Future<Answer> done = tries.poll(after.toNanos(), TimeUnit.NANOSECONDS);
            if (done == null) {
                hedged.run();
                made.add(tries.submit(attempt));
                done = tries.take();
            }
            @Nullable ProviderException first = null;
            for (int left = made.size(); ; done = tries.take()) {
                try {
                    return done.get();
                } catch (ExecutionException e) {
                    first = first == null ? failure(e) : first;
                    left--;
                    if (left == 0) {
                        throw first;
                    }
                }
            }
        } finally {
            made.forEach(one -> one.cancel(true));
        }
    }

    private static ProviderException failure(ExecutionException e) {
        return e.getCause() instanceof ProviderException known
                ? known
                : ProviderException.charged(CallFailure.INTERNAL_ERROR, "a try broke").because(e);
    }
}
