package newspulse.provider;

import static org.assertj.core.api.Assertions.assertThat;

import newspulse.config.Setting;
import newspulse.config.Settings;
import newspulse.model.Part;
import newspulse.provider.chain.ChainConfig;
import newspulse.provider.fake.FakeModels;
import newspulse.provider.huggingface.HuggingFaceConfig;
import newspulse.provider.huggingface.HuggingFaceProvider;
import newspulse.provider.openai.OpenAiConfig;
import newspulse.provider.openai.OpenAiProvider;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Every configuration in docs/providers.md is one, and asks what it says in a form that the fake
/// understands: each address is exchanged for the fake's, nothing else.
final class ProviderDocumentTest {
    private static final Path PAGE = Path.of("../docs/providers.md");
    private static final Pattern BLOCK =
            Pattern.compile(
                    "^## (.+?)$|^```properties\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern HOST = Pattern.compile("https?://[^/]+");
    private static final FakeModels FAKE = new FakeModels();

    record Example(String heading, Map<String, String> given) {
        @Override
        public String toString() {
            return heading;
        }
    }

    @AfterAll
    static void close() {
        FAKE.close();
    }

    static List<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        String heading = "";
        Matcher matcher = BLOCK.matcher(Files.readString(PAGE));
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                heading = matcher.group(1);
            } else {
                Map<String, String> given = new HashMap<>();
                matcher.group(2)
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .forEach(line -> {
                            String[] pair = line.split("=", 2);
                            given.put(pair[0], pair[1]);
                        });
                examples.add(new Example(heading, given));
            }
        }
        return examples;
    }

    @Test
    void thePageHasAnExampleOfEachKindOfServer() throws IOException {
        assertThat(examples())
                .extracting(Example::heading)
                .contains(
                        "OpenAI",
                        "vLLM",
                        "Ollama",
                        "llama.cpp",
                        "TGI",
                        "Hugging Face, hosted",
                        "Hugging Face, endpoints of one's own");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void eachIsWholeAndIsAnswered(Example example) throws Exception {
        Settings asWritten = new Settings(example.given());
        boolean chat =
                example.given().keySet().stream().anyMatch(name -> name.startsWith("OPENAI"));
        boolean configured =
                chat
                        ? OpenAiConfig.from(asWritten).isConfigured()
                        : HuggingFaceConfig.from(asWritten).isConfigured();
        asWritten.check();
        assertThat(configured).isTrue();
        assertThat(names()).containsAll(example.given().keySet());
        try (Provider provider = chat ? chat(example) : classifiers(example)) {
            for (Set<Part> call : provider.calls()) {
                Answer answer =
                        provider.ask(ProviderFixture.article(), call, Duration.ofSeconds(20));
                assertThat(answer.refused()).isEmpty();
                assertThat(answer.answered()).containsOnlyKeys(call);
            }
        }
    }

    private static List<String> names() {
        List<Setting<?>> settings = new ArrayList<>(OpenAiConfig.settings());
        settings.addAll(HuggingFaceConfig.settings());
        settings.addAll(Cascade.settings());
        settings.addAll(ChainConfig.settings());
        return settings.stream().map(Setting::name).toList();
    }

    private static Provider chat(Example example) {
        return OpenAiProvider.open(
                OpenAiConfig.from(atFake(example, "OPENAI_BASE_URL", "https://api.openai.com/v1")),
                InstantSource.system());
    }

    private static Provider classifiers(Example example) {
        return HuggingFaceProvider.open(
                HuggingFaceConfig.from(
                        atFake(
                                example,
                                "HUGGINGFACE_BASE_URL",
                                "https://router.huggingface.co/hf-inference")),
                _ -> List.of("strong quarter", "forecast", "orders"),
                InstantSource.system());
    }

    private static Settings atFake(Example example, String base, String byDefault) {
        Map<String, String> given = new HashMap<>(example.given());
        given.putIfAbsent(base, byDefault);
        String fake = FAKE.address("http", "").toString();
        given.replaceAll((_, value) -> HOST.matcher(value).replaceFirst(fake));
        return new Settings(given);
    }
}
