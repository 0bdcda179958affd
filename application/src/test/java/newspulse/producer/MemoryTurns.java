package newspulse.producer;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/// Leave to ask, in memory, as Redis gives it; the time that a source rests is not waited for
/// before leave is given, but remembered.
public final class MemoryTurns implements Turns {
    private final Map<String, Note> notes = new ConcurrentHashMap<>();
    private final Predicate<String> ours;
    private final AtomicInteger looks = new AtomicInteger();
    private volatile boolean isAway;

    private record Note(long token, String known, Duration rest) {}

    public MemoryTurns() {
        this(_ -> true);
    }

    public MemoryTurns(Predicate<String> ours) {
        this.ours = ours;
    }

    public int looks() {
        return looks.get();
    }

    public void beAway(boolean away) {
        isAway = away;
    }

    /// As another replica does that is given leave in between.
    public void take(String source) {
        notes.compute(
                source, (_, note) -> new Note(of(note).token() + 1, of(note).known(), rest(note)));
    }

    public void note(String source, String known, Duration rest) {
        notes.compute(source, (_, note) -> new Note(of(note).token(), known, rest));
    }

    public String known(String source) {
        return of(notes.get(source)).known();
    }

    public Duration rest(String source) {
        return rest(notes.get(source));
    }

    @Override
    public boolean isOurs(String source) {
        return ours.test(source);
    }

    @Override
    public List<Known> look(Collection<String> sources) {
        looks.incrementAndGet();
        return isAway
                ? List.of()
                : sources.stream().map(source -> new Known(known(source), rest(source))).toList();
    }

    @Override
    public Turn claim(String source, Duration reserved, boolean outOfTurn) {
        if (isAway) {
            return new Turn.Away();
        }
        take(source);
        return new Turn.Granted(of(notes.get(source)).token(), "");
    }

    @Override
    public boolean finish(String source, long token, String known, Duration next) {
        if (of(notes.get(source)).token() != token) {
            return false;
        }
        notes.put(source, new Note(token, known, next));
        return true;
    }

    private static Note of(@Nullable Note note) {
        return note == null ? new Note(0, "", Duration.ZERO) : note;
    }

    private static Duration rest(@Nullable Note note) {
        return of(note).rest();
    }
}
