package newspulse.provider;

import newspulse.config.Settings;
import newspulse.model.Article;
import newspulse.model.Source;
import newspulse.provider.fake.FakeModels;
import newspulse.provider.huggingface.HuggingFaceConfig;
import newspulse.provider.huggingface.HuggingFaceProvider;
import newspulse.provider.openai.OpenAiConfig;
import newspulse.provider.openai.OpenAiProvider;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Articles, and providers that ask a fake.
public final class ProviderFixture {
    public static final String KEY = "sk-secret-of-the-test";
    public static final String TITLE = "Acme raises its forecast after strong quarter";
    public static final String CONTENT =
            "Acme said on Monday that orders from Germany had grown. Jane Doe, who leads Acme, spoke"
                    + " of a strong quarter.";

    private ProviderFixture() {}

    public static Article article() {
        return article(TITLE, null, CONTENT);
    }

    public static Article article(
            String title, @Nullable String description, @Nullable String content) {
        return new Article(
                "id-1",
                new Source(null, "Wire"),
                title,
                description,
                content,
                null,
                "https://example.org/1",
                null,
                Instant.parse("2026-01-01T00:00:00Z"),
                null,
                false);
    }

    /// The answer of the kind, which must be there.
    public static <T extends PartAnswer> T the(Class<T> kind, Answer answer) {
        return answer.answered().values().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("refused: " + answer.refused()));
    }

    public static OpenAiProvider openAi(FakeModels fake, String scheme, String... more) {
        Map<String, String> given = new HashMap<>();
        given.put("OPENAI_BASE_URL", fake.address(scheme, "/v1").toString());
        given.put("OPENAI_API_KEY", KEY);
        given.put("OPENAI_MODEL", "fake-model");
        return OpenAiProvider.open(
                OpenAiConfig.from(settings(given, more)), InstantSource.system());
    }

    public static HuggingFaceProvider huggingFace(FakeModels fake, String scheme, String... more) {
        Map<String, String> given = new HashMap<>();
        given.put("HUGGINGFACE_BASE_URL", fake.address(scheme, "/hf-inference").toString());
        given.put("HUGGINGFACE_API_KEY", KEY);
        given.put("HUGGINGFACE_SENTIMENT_MODEL", "own/tone");
        given.put("HUGGINGFACE_TOPICS_MODEL", "own/topics");
        given.put("HUGGINGFACE_KEYWORDS_MODEL", "own/vectors");
        given.put("HUGGINGFACE_ENTITIES_MODEL", "own/names");
        return HuggingFaceProvider.open(
                HuggingFaceConfig.from(settings(given, more)),
                _ -> List.of("strong quarter", "forecast", "orders"),
                InstantSource.system());
    }

    private static Settings settings(Map<String, String> given, String... more) {
        for (int i = 0; i < more.length; i += 2) {
            given.put(more[i], more[i + 1]);
        }
        return new Settings(given);
    }
}
