package newspulse.provider.policy;

import newspulse.provider.time.Time;

import java.time.Duration;
import java.util.OptionalLong;

/// The limits a minute of one provider: of requests and of tokens. A call passes both or neither.
final class Rates {
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final RateLimit requests;
    private final RateLimit tokens;

    Rates(PolicyConfig config, Time time) {
        requests = new RateLimit(config.requestsPerMinute(), time);
        tokens = new RateLimit(config.tokensPerMinute(), time);
    }

    /// Answers how many nanoseconds to wait before a call; empty, and nothing taken, when that
    /// would be more than `patience`.
    OptionalLong take(long callTokens, Duration patience) {
        OptionalLong first = requests.take(1, patience);
        if (first.isEmpty()) {
            return first;
        }
        OptionalLong second = tokens.take(callTokens, patience);
        if (second.isEmpty()) {
            requests.giveBack(1);
            return second;
        }
        return OptionalLong.of(Math.max(first.getAsLong(), second.getAsLong()));
    }

    /// A call that was not made.
    void giveBack(long callTokens) {
        requests.giveBack(1);
        tokens.giveBack(callTokens);
    }

    /// A call that took fewer tokens than it could have.
    void giveBackTokens(long unused) {
        tokens.giveBack(unused);
    }

    /// The provider asked for a pause, by whatever call: nobody calls before it is over. However
    /// long it asks for, after a minute somebody tries.
    void pause(Duration asked) {
        requests.close(asked.compareTo(LONGEST_PAUSE) < 0 ? asked : LONGEST_PAUSE);
    }
}
