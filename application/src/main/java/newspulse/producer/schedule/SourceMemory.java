package newspulse.producer.schedule;

import newspulse.wire.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;

import java.util.Map;
import java.util.Objects;

/// What has to be known of a source after a restart or in another replica: how it does, and what it
/// has learnt itself.
record SourceMemory(SourceStatus status, Map<String, String> learnt) {
    SourceMemory {
        Objects.requireNonNull(status);
        learnt = Map.copyOf(learnt);
    }

    String write() {
        return Json.mapper().writeValueAsString(this);
    }

    /// Null where nothing is known, or nothing that this version understands.
    static @Nullable SourceMemory read(String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return Json.mapper().readValue(text, SourceMemory.class);
        } catch (JacksonException _) {
            return null;
        }
    }
}
