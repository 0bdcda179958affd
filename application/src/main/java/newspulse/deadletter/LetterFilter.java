package newspulse.deadletter;

import newspulse.deadletter.DeadLetter.Position;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Set;

/// Which letters are meant: those that meet every condition. An empty set, or null, is none.
///
/// @param since when they died, included
/// @param until when they died, excluded
public record LetterFilter(
        Set<Position> positions,
        Set<String> kinds,
        Set<String> codes,
        Set<String> sources,
        @Nullable Instant since,
        @Nullable Instant until) {
    public LetterFilter {
        positions = Set.copyOf(positions);
        kinds = Set.copyOf(kinds);
        codes = Set.copyOf(codes);
        sources = Set.copyOf(sources);
    }

    /// Whether it has no condition, so that every letter is meant.
    public boolean isOpen() {
        return equals(new LetterFilter(Set.of(), Set.of(), Set.of(), Set.of(), null, null));
    }

    /// Whether this letter is meant.
    public boolean takes(DeadLetter letter) {
        return isIn(positions, letter.position())
                && isIn(kinds, letter.kind())
                && isIn(codes, letter.code())
                && isIn(sources, letter.source())
                && (since == null || !letter.diedAt().isBefore(since))
                && (until == null || letter.diedAt().isBefore(until));
    }

    private static <T> boolean isIn(Set<T> wanted, @Nullable T value) {
        return wanted.isEmpty() || (value != null && wanted.contains(value));
    }
}
