/// A broker and a Redis inside one machine's process, for role `all`: the same Kafka and the same
/// Redis that a cluster runs, kept under the data directory. Start at
/// [newspulse.embedded.DataDirectory], then [newspulse.embedded.EmbeddedBroker] and
/// [newspulse.embedded.EmbeddedRedis].
@NullMarked
package newspulse.embedded;

import org.jspecify.annotations.NullMarked;
