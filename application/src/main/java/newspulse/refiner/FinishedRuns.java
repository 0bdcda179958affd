package newspulse.refiner;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;

/// Which offsets from a watermark on are finished, as text for the metadata of a commit: a version,
/// then lengths of runs in turn, of unfinished offsets and of finished ones, each as a base-128
/// number, all of it in base 64. The watermark itself is unfinished, and after the last run
/// everything is. Thousands of finished offsets behind one slow call take some ten characters; what
/// costs is unfinished offsets that stand alone.
final class FinishedRuns {
    static final FinishedRuns NONE = new FinishedRuns(new TreeMap<>());

    private static final byte VERSION = 1;
    private static final int LOW_BITS = 0x7f;
    private static final int MORE = 0x80;
    private static final int BITS = 7;

    /// Bytes of a length beyond the first; enough for 2^35 offsets.
    private static final int LONGER = 4;

    /// The start of each finished run (included), and its end (excluded).
    private final NavigableMap<Long, Long> runs;

    private FinishedRuns(NavigableMap<Long, Long> runs) {
        this.runs = runs;
    }

    boolean contains(long offset) {
        Map.Entry<Long, Long> run = runs.floorEntry(offset);
        return run != null && offset < run.getValue();
    }

    /// The end of the last run; 0 without any.
    long end() {
        return runs.isEmpty() ? 0 : runs.lastEntry().getValue();
    }

    /// Adds the unfinished offsets between `from` and the last run.
    void addUnfinished(long from, Collection<Long> unfinished) {
        long next = from;
        for (Map.Entry<Long, Long> run : runs.entrySet()) {
            for (; next < run.getKey(); next++) {
                unfinished.add(next);
            }
            next = Math.max(next, run.getValue());
        }
    }

    /// The most characters that so many unfinished offsets can come to take, however they come to
    /// stand.
    ///
    /// @param span offsets from the watermark to the end
    static long longest(int unfinished, long span) {
        long runs = unfinished + 1L;
        long longRuns = Math.min(runs, span >> BITS);
        long bytes = 1 + 2 * runs + LONGER * longRuns;
        return (bytes + 2) / 3 * 4;
    }

    /// Writes the finished runs between the unfinished offsets, and from the last of them to `end`;
    /// as many of them as the characters hold, the first first.
    ///
    /// @param unfinished the first of them is the watermark
    static String write(NavigableSet<Long> unfinished, long end, int maxCharacters) {
        if (unfinished.isEmpty()) {
            return "";
        }
        int most = maxCharacters / 4 * 3 - 2 * (1 + LONGER);
        var bytes = new ByteArrayOutputStream();
        bytes.write(VERSION);
        long runStart = unfinished.first();
        long next = runStart;
        for (Iterator<Long> rest = unfinished.iterator(); bytes.size() <= most && next < end; ) {
            long offset = rest.hasNext() ? rest.next() : end;
            if (offset > next) {
                number(bytes, next - runStart);
                number(bytes, offset - next);
                runStart = offset;
            }
            next = offset + 1;
        }
        return bytes.size() == 1 ? "" : Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    /// Reads what [#write] wrote. What anybody else wrote there says nothing, and so nothing is
    /// finished: work is then repeated, never lost.
    static FinishedRuns read(long watermark, String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (bytes.length == 0 || bytes[0] != VERSION) {
                return NONE;
            }
            var runs = new TreeMap<Long, Long>();
            var at = new Cursor(bytes);
            long offset = watermark;
            while (at.hasMore()) {
                long start = Math.addExact(offset, at.number());
                offset = Math.addExact(start, at.number());
                runs.put(start, offset);
            }
            return new FinishedRuns(runs);
        } catch (IllegalArgumentException | ArithmeticException _) {
            return NONE;
        }
    }

    private static void number(ByteArrayOutputStream bytes, long value) {
        long rest = value;
        while (rest > LOW_BITS) {
            bytes.write((int) (rest & LOW_BITS) | MORE);
            rest >>>= BITS;
        }
        bytes.write((int) rest);
    }

    private static final class Cursor {
        private final byte[] bytes;
        private int at = 1;

        Cursor(byte[] bytes) {
            this.bytes = bytes;
        }

        boolean hasMore() {
            return at < bytes.length;
        }

        /// The next length.
        ///
        /// @throws IllegalArgumentException when there is none above 0
        long number() {
            long value = 0;
            for (int shift = 0; hasMore() && shift < Long.SIZE - BITS; shift += BITS) {
                byte one = bytes[at++];
                value |= (long) (one & LOW_BITS) << shift;
                if ((one & MORE) == 0 && value > 0) {
                    return value;
                }
            }
            throw new IllegalArgumentException("no length of a run");
        }
    }
}
