package newspulse.embedded;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;

import java.util.function.Function;

/// Asks a Redis on loopback one thing.
final class Keys {
    private Keys() {}

    static String ask(
            int port, String password, Function<RedisCommands<String, String>, ?> question) {
        RedisURI.Builder uri = RedisURI.builder().withHost(LoopbackPort.HOST).withPort(port);
        if (!password.isEmpty()) {
            uri.withPassword(password.toCharArray());
        }
        try (RedisClient client = RedisClient.create(uri.build())) {
            return String.valueOf(question.apply(client.connect().sync()));
        }
    }

    static String ask(int port, Function<RedisCommands<String, String>, ?> question) {
        return ask(port, "", question);
    }
}
