package newspulse.producer.jsonapi;

import newspulse.producer.Source;
import newspulse.producer.SourceEntry;
import newspulse.producer.SourceParts;
import newspulse.producer.SourceSpec;
import newspulse.producer.SourceType;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonPointer;

import java.net.URI;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// A JSON API as the list describes it.
///
/// @param items where the list of articles stands in an answer
/// @param fields where an article's fields stand in one of them
/// @param pages how many pages a round asks for
/// @param quota requests a day, of all replicas; those of one key share it
record JsonApiSpec(
        String name,
        String publisher,
        URI url,
        @Nullable String category,
        boolean enabled,
        JsonPointer items,
        Map<Field, JsonPointer> fields,
        @Nullable ApiKey key,
        Paging paging,
        int pages,
        int quota)
        implements SourceSpec {

    static final int MOST_REQUESTS = 10_000_000;
    private static final int USUAL_REQUESTS = 1_000;

    static final SourceType TYPE =
            new SourceType(
                    "json",
                    Set.of("url", "items", "fields", "key", "paging", "quota"),
                    JsonApiSpec::read);

    JsonApiSpec {
        fields = Map.copyOf(fields);
    }

    /// What an article of the API may have, named as the wire names it.
    enum Field {
        ID("id"),
        SOURCE("source"),
        TITLE("title"),
        DESCRIPTION("description"),
        CONTENT("content"),
        AUTHOR("author"),
        URL("url"),
        URL_TO_IMAGE("urlToImage"),
        PUBLISHED_AT("publishedAt"),
        CATEGORY("category");

        private final String label;

        Field(String label) {
            this.label = label;
        }

        boolean isRequired() {
            return this == TITLE || this == URL || this == PUBLISHED_AT;
        }
    }

    private static JsonApiSpec read(SourceEntry entry) {
        JsonPointer items = Pointers.optional(entry, "items");
        return new JsonApiSpec(
                entry.name(),
                entry.publisher(),
                entry.url("url"),
                entry.category(),
                entry.enabled(),
                items == null ? JsonPointer.empty() : items,
                fields(entry),
                ApiKey.read(entry),
                Paging.read(entry),
                Paging.pages(entry),
                entry.integer("quota", USUAL_REQUESTS, 1, MOST_REQUESTS));
    }

    private static Map<Field, JsonPointer> fields(SourceEntry entry) {
        Set<String> labels = new HashSet<>();
        for (Field field : Field.values()) {
            labels.add(field.label);
        }
        SourceEntry written = entry.map("fields", labels);
        Map<Field, JsonPointer> fields = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            JsonPointer pointer =
                    field.isRequired()
                            ? Pointers.read(written, field.label)
                            : Pointers.optional(written, field.label);
            if (pointer != null) {
                fields.put(field, pointer);
            }
        }
        return fields;
    }

    /// What its requests are counted for.
    String budget() {
        return key == null ? "source " + name : key.setting();
    }

    @Override
    public String address() {
        return url.toString();
    }

    @Override
    public Source open(SourceParts parts) {
        return new JsonApiSource(this, parts);
    }
}
