package newspulse.producer.catalog;

import newspulse.producer.SourceType;
import newspulse.producer.feed.FeedSpec;
import newspulse.producer.folder.FolderSpec;
import newspulse.producer.jsonapi.JsonApiSource;

import java.util.List;

/// The registry: every kind of source that `sources.yaml` can name. The first is what an entry
/// without `type` is.
public final class SourceTypes {
    public static final List<SourceType> ALL =
            List.of(
                    FeedSpec.TYPE, //
                    FolderSpec.TYPE,
                    JsonApiSource.TYPE);

    private SourceTypes() {}
}
