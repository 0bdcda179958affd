package newspulse.producer.folder;

import newspulse.model.FailureCode;
import newspulse.producer.LogText;
import newspulse.producer.RunningSource;
import newspulse.producer.SourceKind;
import newspulse.producer.SourceParts;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Watches a folder and reads the lines of its files, each once: what is appended is read on, what
/// is replaced is read anew, and how far each file was read is kept together with the lines
/// ([FileLog]). Of replicas that see the same folder one reads at a time.
public final class FolderSource implements RunningSource {
    private static final Logger LOG = LoggerFactory.getLogger(FolderSource.class);

    /// How often the folder is looked at.
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    /// How long it is left alone when something is in the way.
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(5);

    /// A last line without an end is taken when nobody has written for so long.
    static final Duration SETTLED = Duration.ofSeconds(60);

    /// A file that is gone for so long is forgotten; a folder may be away for a while.
    static final Duration GONE = Duration.ofDays(1);

    private static final int MOST_LINES = 500;
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private final FolderSpec spec;
    private final SourceParts parts;
    private final FileLog log;
    private final FolderListing listing;
    private final Map<String, Position> positions = new HashMap<>();
    private final Map<String, Seen> seen = new HashMap<>();
    private final Map<String, Instant> goneSince = new HashMap<>();
    private final Set<String> told = new HashSet<>();
    private boolean isOpen;

    private record Seen(WatchedFile file, boolean isPending) {}

    FolderSource(FolderSpec spec, SourceParts parts) {
        this.spec = spec;
        this.parts = parts;
        this.log = parts.files().log(spec.name());
        this.listing = new FolderListing(spec.folder());
    }

    @Override
    public String name() {
        return spec.name();
    }

    @Override
    public void run() throws InterruptedException {
        try (log) {
            while (true) {
                parts.sleeper().sleep(look());
            }
        }
    }

    /// Looks at the folder once; answers how long to wait.
    Duration look() throws InterruptedException {
        try {
            if (!isOurs()) {
                isOpen = false;
                return LOOK_EVERY;
            }
            if (!isOpen) {
                open();
            }
            List<WatchedFile> files = listing.files();
            for (WatchedFile file : files) {
                if (!isDone(file) && !read(file)) {
                    return LOOK_EVERY;
                }
            }
            forget(files);
            told.remove("");
            return LOOK_EVERY;
        } catch (FileLog.UnavailableException e) {
            isOpen = false;
            tell("", "its lines wait: " + e.getMessage());
            parts.metrics().failed(FailureCode.DEPENDENCY_UNAVAILABLE);
        } catch (IOException e) {
            tell("", "the folder cannot be read: " + e);
            parts.metrics().failed(FailureCode.SOURCE_UNREACHABLE);
        }
        return AFTER_TROUBLE;
    }

    private boolean isOurs() {
        return parts.ours().test(spec.name());
    }

    private void open() throws FileLog.UnavailableException, InterruptedException {
        positions.clear();
        positions.putAll(log.open());
        seen.clear();
        isOpen = true;
    }

    /// Whether there is nothing new in it.
    private boolean isDone(WatchedFile file) {
        Seen before = seen.get(file.name());
        return before != null
                && file.isAsBefore(before.file())
                && !(before.isPending() && isSettled(file));
    }

    private boolean isSettled(WatchedFile file) {
        return file.modified().toInstant().plus(SETTLED).isBefore(parts.clock().instant());
    }

    /// False when another replica has taken over meanwhile.
    private boolean read(WatchedFile file)
            throws FileLog.UnavailableException, InterruptedException {
        Position known = positions.getOrDefault(file.name(), Position.START);
        boolean settled = isSettled(file);
        try (FileReading reading = FileReading.open(file, spec, known)) {
            boolean more = true;
            while (more) {
                more = batch(file, reading, settled);
                if (!isOurs()) {
                    isOpen = false;
                    return false;
                }
            }
            seen.put(file.name(), new Seen(file, reading.isPending() && !settled));
            told.remove(file.name());
        } catch (NoSuchFileException _) {
            LOG.debug("{} was taken away", file.path());
        } catch (IOException e) {
            tell(file.name(), LogText.line(file.name()) + " cannot be read: " + e);
            parts.metrics().failed(FailureCode.SOURCE_UNREADABLE);
        }
        return true;
    }

    /// Hands some lines over; false when there are no more.
    private boolean batch(WatchedFile file, FileReading reading, boolean settled)
            throws IOException, FileLog.UnavailableException, InterruptedException {
        List<FileLine> lines = new ArrayList<>();
        int bytes = 0;
        FileLine line = null;
        IOException broken = null;
        while (lines.size() < MOST_LINES && bytes < MOST_BYTES) {
            try {
                line = reading.next(settled);
            } catch (IOException e) {
                broken = e; // what came before it is good
                break;
            }
            if (line == null) {
                break;
            }
            lines.add(line);
            bytes += line.bytes().length;
        }
        Position reached = reading.reached();
        if (!reached.equals(positions.getOrDefault(file.name(), Position.START))) {
            log.publish(file.name(), lines, reached);
            positions.put(file.name(), reached);
            parts.metrics().fetched(SourceKind.FILE, lines.size());
        }
        if (broken != null) {
            throw broken;
        }
        return line != null;
    }

    private void forget(List<WatchedFile> files)
            throws FileLog.UnavailableException, InterruptedException {
        Set<String> there = new HashSet<>();
        files.forEach(file -> there.add(file.name()));
        seen.keySet().retainAll(there);
        goneSince.keySet().removeAll(there);
        Instant now = parts.clock().instant();
        for (String name : List.copyOf(positions.keySet())) {
            if (there.contains(name)) {
                continue;
            }
            Instant since = goneSince.computeIfAbsent(name, _ -> now);
            if (since.plus(GONE).isBefore(now)) {
                log.forget(name);
                positions.remove(name);
                goneSince.remove(name);
            }
        }
    }

    /// Says it once, until the trouble is over.
    private void tell(String about, String what) {
        if (told.add(about)) {
            LOG.warn("{}: {}", spec.name(), LogText.line(what));
        }
    }
}
