/// What flows through the pipeline: articles, analyses, revisions, failures. Start at
/// [newspulse.model.AnalyzedArticle]. Records here cannot be built invalid, and nothing here knows
/// JSON, Kafka, Redis or HTTP.
@NullMarked
package newspulse.model;

import org.jspecify.annotations.NullMarked;
