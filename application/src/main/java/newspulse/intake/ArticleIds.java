package newspulse.intake;

import newspulse.model.Source;

/// The ids of articles whose sources have a stable identifier of their own.
public final class ArticleIds {
    private ArticleIds() {}

    /// The id for a source's name and its own identifier: an address counts in its canonical form,
    /// anything else as it is written. The same everywhere and always.
    public static String of(String sourceName, String identifier) {
        String name = SourceName.clean(sourceName);
        return ArticleId.derive(new Source(null, name.isEmpty() ? sourceName : name), identifier);
    }
}
