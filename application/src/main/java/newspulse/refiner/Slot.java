package newspulse.refiner;

import newspulse.model.Revision;
import newspulse.refiner.Work.State;

import org.jspecify.annotations.Nullable;

/// What is in hand of one id: at most one article that is out or being published, and one that
/// waits. Guarded by [Calls].
final class Slot {
    @Nullable Work active;
    @Nullable Work waiting;

    boolean isEmpty() {
        return active == null && waiting == null;
    }

    boolean hasSameOrHigher(Revision revision) {
        return isSameOrHigher(active, revision) || isSameOrHigher(waiting, revision);
    }

    /// Whether nobody wants the answer that is being made, now that this revision is there. While
    /// an answer is being published it comes back by itself: the next analysis of the same content
    /// is it.
    boolean isActiveMadeNeedless(Revision revision) {
        return active != null
                && switch (active.state) {
                    case CALLING -> true;
                    case PUBLISHING -> revision.compareTo(active.revision().nextAnalysis()) > 0;
                    case WAITING, DROPPED -> false;
                };
    }

    private static boolean isSameOrHigher(@Nullable Work known, Revision revision) {
        return known != null
                && known.state != State.DROPPED
                && known.revision().compareTo(revision) >= 0;
    }
}
