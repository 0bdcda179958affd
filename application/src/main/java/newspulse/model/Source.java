package newspulse.model;

import org.jspecify.annotations.Nullable;

/// Who published an article. `name` has 1 to [#MAX_NAME] characters.
public record Source(@Nullable String id, String name) {
    public static final int MAX_NAME = 200;

    public Source {
        Require.text("source.name", name, MAX_NAME);
    }

    /// The name under which the same publisher is always found: its id, or else its name.
    public String key() {
        return id == null ? name : id;
    }
}
