package newspulse.producer.jsonapi;

import newspulse.producer.SourceEntry;

import tools.jackson.core.JsonPointer;

import java.util.List;
import java.util.Set;

/// How one page of an API's answer leads to the next.
sealed interface Paging {
    Set<String> KEYS = Set.of("by", "parameter", "first", "step", "pointer", "pages");
    List<String> WAYS = List.of("page", "offset", "cursor", "link");
    int LONGEST = 500;

    /// The answer is all there is.
    record None() implements Paging {}

    /// A number that grows: of pages, or of articles passed over.
    record Counted(String parameter, int first, int step) implements Paging {}

    /// What the answer holds at the pointer goes along with the next request.
    record Cursor(String parameter, JsonPointer pointer) implements Paging {}

    /// The answer holds the next page's address.
    record Link(JsonPointer pointer) implements Paging {}

    static Paging read(SourceEntry entry) {
        if (!entry.has("paging")) {
            return new None();
        }
        SourceEntry paging = entry.map("paging", KEYS);
        return switch (paging.oneOf("by", WAYS)) {
            case "cursor" ->
                    new Cursor(
                            paging.required("parameter", LONGEST),
                            Pointers.read(paging, "pointer"));
            case "link" -> new Link(Pointers.read(paging, "pointer"));
            case "offset" ->
                    new Counted(
                            paging.required("parameter", LONGEST),
                            paging.integer("first", 0, 0, 1_000_000),
                            step(paging));
            default ->
                    new Counted(
                            paging.required("parameter", LONGEST),
                            paging.integer("first", 1, 0, 1_000_000),
                            paging.integer("step", 1, 1, 1_000));
        };
    }

    /// Offsets grow by what a page holds, which nobody can guess.
    private static int step(SourceEntry paging) {
        if (!paging.has("step")) {
            paging.reject("step", "is missing: how many articles a page holds");
        }
        return paging.integer("step", 1, 1, 100_000);
    }

    /// How many pages a round asks for.
    static int pages(SourceEntry entry) {
        return entry.has("paging") ? entry.map("paging", KEYS).integer("pages", 1, 1, 100) : 1;
    }
}
