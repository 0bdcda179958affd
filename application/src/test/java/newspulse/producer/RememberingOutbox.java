package newspulse.producer;

import newspulse.model.Failure;
import newspulse.model.FailureCode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// An outbox in memory: what was accepted, in order; what it knew before is a duplicate; it can be
/// away for a while. An article's id is its address, or a raw one's text.
public final class RememberingOutbox implements Outbox {
    private final List<Submission> accepted = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final List<Integer> batches = new ArrayList<>();
    private int offersAway;

    /// The next so many offers find no broker.
    public synchronized void beAwayFor(int offers) {
        offersAway = offers;
    }

    @Override
    public synchronized List<Outcome> offer(List<Submission> batch) {
        batches.add(batch.size());
        boolean away = offersAway > 0;
        offersAway--;
        return batch.stream().map(submission -> away ? unavailable() : take(submission)).toList();
    }

    public synchronized List<Submission> accepted() {
        return List.copyOf(accepted);
    }

    public synchronized List<String> ids() {
        return accepted.stream().map(RememberingOutbox::id).toList();
    }

    public synchronized List<Integer> batches() {
        return List.copyOf(batches);
    }

    private Outcome take(Submission submission) {
        String id = id(submission);
        if (id.contains("invalid")) {
            return new Outcome.Rejected(new Failure(FailureCode.INVALID_ARTICLE, "as told"));
        }
        if (!ids.add(id)) {
            return new Outcome.Duplicate(id);
        }
        accepted.add(submission);
        return new Outcome.Accepted(id);
    }

    private static Outcome unavailable() {
        return new Outcome.Unavailable(
                new Failure(FailureCode.DEPENDENCY_UNAVAILABLE, "no broker here"));
    }

    private static String id(Submission submission) {
        return switch (submission) {
            case Submission.Draft draft -> String.valueOf(draft.draft().url());
            case Submission.Raw raw -> new String(raw.json(), StandardCharsets.UTF_8);
            case Submission.Checked checked -> new String(checked.json(), StandardCharsets.UTF_8);
        };
    }
}
