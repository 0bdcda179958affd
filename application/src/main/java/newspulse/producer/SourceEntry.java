package newspulse.producer;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;
import java.util.Set;

/// One entry of the list of sources, read field by field. Nothing here throws: what is wrong is
/// kept with the field's path, something harmless is answered in its place, and reading goes on to
/// find the other faults. An entry with a fault is never opened.
public interface SourceEntry {
    /// What every entry may hold, whatever its type.
    Set<String> KEYS = Set.of("name", "type", "publisher", "category", "language", "enabled");

    /// `name`, which every entry has.
    String name();

    /// `publisher`: the source that its articles show; the name where nothing is said.
    String publisher();

    /// `category`, given to its articles.
    @Nullable String category();

    /// `language`, ISO 639-1, or `und`.
    String language();

    /// `enabled`, true where nothing is said.
    boolean enabled();

    /// A text of up to so many characters, trimmed; null where there is none.
    @Nullable String text(String key, int max);

    /// A text that must be there.
    String required(String key, int max);

    /// An address (http or https, without a password) that must be there.
    URI url(String key);

    boolean flag(String key, boolean otherwise);

    int integer(String key, int otherwise, int min, int max);

    /// One of some words; the first where nothing is said.
    String oneOf(String key, List<String> words);

    /// A map below the entry, with these keys and no others; empty where there is none.
    SourceEntry map(String key, Set<String> keys);

    boolean has(String key);

    /// Keeps a fault of the field.
    void reject(String key, String message);
}
