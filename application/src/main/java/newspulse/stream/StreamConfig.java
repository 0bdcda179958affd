package newspulse.stream;

import newspulse.config.Setting;
import newspulse.config.Settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// How one instance of the stream processor runs.
///
/// @param threads stream threads; more than the input has partitions are idle
/// @param instanceId a name under which this instance always comes back, so that a restart takes
///   its partitions up at once; without one it leaves the group when it stops
/// @param stateDirectory what the state stores keep on disk; restored from the log when it is lost
/// @param cacheBytes memory that all state stores share
public record StreamConfig(
        int threads, Optional<String> instanceId, Path stateDirectory, long cacheBytes) {
    static final Setting<Integer> STREAM_THREADS =
            Setting.integer("STREAM_THREADS", 2, 1, 256, "Stream threads of one process");
    static final Setting<String> STREAM_INSTANCE_ID =
            Setting.text(
                    "STREAM_INSTANCE_ID",
                    null,
                    "A name under which this process always comes back (a StatefulSet's pod name):"
                            + " a restart then takes up its partitions at once. Role `all` has one");
    static final Setting<Integer> STREAM_CACHE_MIB =
            Setting.integer(
                    "STREAM_CACHE_MIB",
                    64,
                    8,
                    65_536,
                    "MiB that all state stores share off the heap");

    public static List<Setting<?>> settings() {
        return List.of(STREAM_THREADS, STREAM_INSTANCE_ID, STREAM_CACHE_MIB);
    }

    /// Reads the settings.
    ///
    /// @param embeddedInstanceId the instance id that holds where none is set
    public static StreamConfig from(
            Settings settings, Path stateDirectory, Optional<String> embeddedInstanceId) {
        return new StreamConfig(
                settings.get(STREAM_THREADS),
                settings.optional(STREAM_INSTANCE_ID).or(() -> embeddedInstanceId),
                stateDirectory,
                (long) settings.get(STREAM_CACHE_MIB) << 20);
    }
}
