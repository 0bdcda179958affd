package newspulse.producer.folder;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A log in memory, which can be away for a while.
final class MemoryLog implements FileLog {
    private final Map<String, Position> positions = new HashMap<>();
    private final List<Published> published = new ArrayList<>();
    private int failures;

    record Published(String file, FileLine line) {
        String text() {
            return new String(line.bytes(), StandardCharsets.UTF_8);
        }
    }

    /// The next so many calls find nobody.
    void fail(int times) {
        failures = times;
    }

    List<Published> published() {
        return published;
    }

    Map<String, Position> positions() {
        return positions;
    }

    @Override
    public Map<String, Position> open() throws UnavailableException {
        check();
        return Map.copyOf(positions);
    }

    @Override
    public void publish(String file, List<FileLine> lines, Position reached)
            throws UnavailableException {
        check();
        lines.forEach(line -> published.add(new Published(file, line)));
        positions.put(file, Position.ofJson(reached.toJson()));
    }

    @Override
    public void forget(String file) throws UnavailableException {
        check();
        positions.remove(file);
    }

    @Override
    public void close() {
        // nothing is held
    }

    private void check() throws UnavailableException {
        if (failures > 0) {
            failures--;
            throw new UnavailableException("away", new IllegalStateException("as told"));
        }
    }
}
