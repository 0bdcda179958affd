package newspulse.provider.cache;

import io.lettuce.core.KeyValue;
import io.lettuce.core.ScriptOutputType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import newspulse.intake.ContentHash;
import newspulse.model.Article;
import newspulse.model.Part;
import newspulse.provider.PartAnswer;
import newspulse.provider.Provider;
import newspulse.redis.BoundedRedis;
import newspulse.redis.RedisScript;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// The answers of all replicas in Redis, each part under a key of its own, so that what one call
/// left open is all that the next one asks.
public final class RedisAnswerCache implements AnswerCache {
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final RedisScript keeping =
            new RedisScript(RedisAnswerCache.class, "keep.lua", ScriptOutputType.INTEGER);
    private final BoundedRedis redis;
    private final Duration kept;
    private final Map<Result, Counter> results = new EnumMap<>(Result.class);

    private enum Result {
        HIT,
        MISS,
        UNREACHABLE,
        UNREADABLE
    }

    /// Connects to nothing yet.
    ///
    /// @param kept how long an answer is good for
    public RedisAnswerCache(BoundedRedis redis, Duration kept, MeterRegistry registry) {
        this.redis = redis;
        this.kept = kept;
        for (Result result : Result.values()) {
            results.put(
                    result,
                    Counter.builder("provider_cache")
                            .description("Parts that were looked up, by what was found")
                            .tag("result", result.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
    }

    @Override
    public Map<Part, PartAnswer> find(Provider provider, Article article, Set<Part> parts)
            throws InterruptedException {
        Map<Part, PartAnswer> found = new EnumMap<>(Part.class);
        List<Part> wanted = List.copyOf(parts);
        String prefix = prefix(provider, article);
        String[] keys = wanted.stream().map(part -> prefix + part.label()).toArray(String[]::new);
        try {
            List<KeyValue<String, byte[]>> values =
                    redis.ask(commands -> commands.mget(keys), PATIENCE);
            for (int i = 0; i < keys.length; i++) {
                Part part = wanted.get(i);
                byte @Nullable [] json = values.get(i).getValueOrElse(null);
                if (json == null) {
                    count(Result.MISS, 1);
                    continue;
                }
                Optional<PartAnswer> answer = AnswerJson.read(part, json);
                count(answer.isPresent() ? Result.HIT : Result.UNREADABLE, 1);
                answer.ifPresent(known -> found.put(part, known));
            }
        } catch (BoundedRedis.UnavailableException _) {
            count(Result.UNREACHABLE, keys.length);
        }
        return found;
    }

    @Override
    public void keep(Provider provider, Article article, Map<Part, PartAnswer> answers) {
        if (answers.isEmpty()) {
            return;
        }
        String prefix = prefix(provider, article);
        List<String> keys = new ArrayList<>();
        List<byte[]> arguments = new ArrayList<>();
        arguments.add(utf8(Long.toString(kept.toSeconds())));
        answers.forEach((part, answer) -> {
            keys.add(prefix + part.label());
            arguments.add(AnswerJson.write(answer));
        });
        var _ =
                redis.send(commands ->
                        keeping.<Long>call(
                                commands,
                                keys.toArray(String[]::new),
                                arguments.toArray(byte[][]::new)));
    }

    private void count(Result result, int parts) {
        Objects.requireNonNull(results.get(result)).increment(parts);
    }

    private static String prefix(Provider provider, Article article) {
        return "provider:answer:{"
                + ContentHash.ofTexts(article).hex()
                + "}:"
                + provider.name()
                + ":"
                + ContentHash.ofBytes(utf8(provider.version())).hex()
                + ":";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
