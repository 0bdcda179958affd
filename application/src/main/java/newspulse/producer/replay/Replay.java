package newspulse.producer.replay;

import java.nio.file.Path;
import java.util.OptionalDouble;

/// What to play: a file of articles, one a line, at so many articles a second or else as fast as
/// they are taken, once or again and again.
@SuppressWarnings("OptionalUsedAsFieldOrParameterType")
public record Replay(Path file, OptionalDouble rate, boolean loop) {
    public static final double MAX_RATE = 1_000_000;

    public Replay {
        if (rate.isPresent() && !(rate.getAsDouble() > 0 && rate.getAsDouble() <= MAX_RATE)) {
            throw new IllegalArgumentException("rate must be more than 0, at most " + MAX_RATE);
        }
    }
}
