/// The face of the pipeline: analysed articles go from the log into Redis
/// ([newspulse.api.RedisSink]), from there to REST, and from the log straight to live clients
/// ([newspulse.api.LiveFeed], [newspulse.api.LiveHub]). An article's JSON passes through unchanged;
/// only its [newspulse.api.ArticleHeader] is read. Start at [newspulse.api.ApiService].
@NullMarked
package newspulse.api;

import org.jspecify.annotations.NullMarked;
