/// The connection to Redis, shared by every stage that keeps something there. Start at
/// [newspulse.redis.RedisConnections].
@NullMarked
package newspulse.redis;

import org.jspecify.annotations.NullMarked;
