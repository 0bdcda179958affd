package newspulse.refiner;

import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// How far one partition has been worked on, out of order: everything below the watermark is
/// finished, and beyond it some. Any thread may finish an offset.
final class PartitionOffsets {
    /// What a broker keeps with an offset by default (`offset.metadata.max.bytes`).
    static final int MAX_METADATA = 4_096;

    private final NavigableSet<Long> open = new TreeSet<>();
    private final Set<Long> answered = new HashSet<>();
    private FinishedRuns restored;
    private long next;
    private OffsetAndMetadata committed;

    /// Begins where somebody left off.
    ///
    /// @param committed what was committed last, or null when nothing was
    PartitionOffsets(@Nullable OffsetAndMetadata committed) {
        this.committed = committed == null ? new OffsetAndMetadata(0) : committed;
        this.next = this.committed.offset();
        this.restored = FinishedRuns.read(this.next, this.committed.metadata());
    }

    /// Learns that an offset was finished, though its owner had no time to commit it.
    synchronized void answered(long offset) {
        if (offset >= next && !restored.contains(offset)) {
            answered.add(offset);
        }
    }

    /// Takes up the next offset of the log.
    ///
    /// @return false when it was finished before
    synchronized boolean begin(long offset) {
        if (offset < next) {
            // The log was begun anew or wound back: what was known of it is of another log.
            restored = FinishedRuns.NONE;
            answered.clear();
        }
        next = offset + 1;
        if (restored.contains(offset) || answered.remove(offset)) {
            return false;
        }
        open.add(offset);
        return true;
    }

    synchronized void finish(long offset) {
        open.remove(offset);
    }

    /// Offsets between the watermark and the newest that was begun.
    synchronized long watermarkLag() {
        return open.isEmpty() ? 0 : next - open.first();
    }

    /// Whether, after so many more offsets, a commit can still hold all that is finished, in
    /// whatever order they finish.
    synchronized boolean hasRoomFor(int offsets) {
        NavigableSet<Long> unfinished = unfinished();
        long span = unfinished.isEmpty() ? 0 : Math.max(next, restored.end()) - unfinished.first();
        return FinishedRuns.longest(unfinished.size() + offsets, span + offsets) <= MAX_METADATA;
    }

    /// What is to be committed now; empty when nothing changed.
    synchronized Optional<OffsetAndMetadata> uncommitted() {
        NavigableSet<Long> unfinished = unfinished();
        long end = Math.max(next, restored.end());
        long watermark = unfinished.isEmpty() ? end : unfinished.first();
        var now =
                new OffsetAndMetadata(watermark, FinishedRuns.write(unfinished, end, MAX_METADATA));
        return now.equals(committed) ? Optional.empty() : Optional.of(now);
    }

    synchronized void committed(OffsetAndMetadata done) {
        committed = done;
    }

    /// Those begun, and those between finished ones of an earlier owner that we have not met yet.
    private NavigableSet<Long> unfinished() {
        if (restored.end() <= next) {
            return open;
        }
        NavigableSet<Long> all = new TreeSet<>(open);
        restored.addUnfinished(next, all);
        return all;
    }
}
