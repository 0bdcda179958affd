package newspulse.producer.jsonapi;

import newspulse.producer.SourceEntry;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonPointer;

/// JSON Pointers (RFC 6901) of an entry.
final class Pointers {
    private static final int LONGEST = 500;

    private Pointers() {}

    /// One that must be there.
    static JsonPointer read(SourceEntry entry, String key) {
        String text = entry.required(key, LONGEST);
        JsonPointer pointer = parsed(entry, key, text);
        return pointer == null ? JsonPointer.empty() : pointer;
    }

    /// Null where there is none.
    static @Nullable JsonPointer optional(SourceEntry entry, String key) {
        String text = entry.text(key, LONGEST);
        return text == null ? null : parsed(entry, key, text);
    }

    private static @Nullable JsonPointer parsed(SourceEntry entry, String key, String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return JsonPointer.compile(text);
        } catch (IllegalArgumentException _) {
            entry.reject(key, "is no JSON Pointer (RFC 6901), such as /data/items");
            return null;
        }
    }
}
