package newspulse.provider.checked;

import java.util.List;

/// A name that a model found in an article.
///
/// @param type one of [#TYPES]
public record EntityName(String text, String type) {
    /// The kinds of entities that a model outside may name; the local engine knows the same.
    public static final List<String> TYPES = List.of("PERSON", "ORGANIZATION", "LOCATION");
}
