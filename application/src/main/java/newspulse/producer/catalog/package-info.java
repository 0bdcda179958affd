/// The list of sources, `sources.yaml`, and the types that it can name
/// ([newspulse.producer.catalog.SourceTypes]). Start at [newspulse.producer.catalog.SourceCatalog].
@NullMarked
package newspulse.producer.catalog;

import org.jspecify.annotations.NullMarked;
