package newspulse.provider.huggingface;

import newspulse.model.Article;
import newspulse.model.Part;
import newspulse.provider.Answer;
import newspulse.provider.CallFailure;
import newspulse.provider.PartAnswer;
import newspulse.provider.Provider;
import newspulse.provider.ProviderException;
import newspulse.provider.Usage;
import newspulse.provider.checked.ArticleText;
import newspulse.provider.checked.BrokenRuleException;
import newspulse.provider.web.ModelClient;
import newspulse.wire.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Classifiers and embeddings behind Hugging Face's inference API
/// (<https://huggingface.co/docs/inference-providers/providers/hf-inference>), its older form, or
/// an endpoint that serves one model: a call for each part. What it costs is billed by time and not
/// told, so a call that is not free counts as the dearest.
public final class HuggingFaceProvider implements Provider {
    public static final String NAME = "huggingface";

    /// Room for 49 vectors of 4,096 figures.
    private static final int MAX_BYTES = 8 << 20;

    private static final BigDecimal NANO = BigDecimal.valueOf(1_000_000_000);
    private static final String RULES_VERSION = "1";

    private final HuggingFaceConfig config;
    private final ModelClient client;
    private final KeywordCandidates candidates;
    private final List<Set<Part>> calls;
    private final String version;
    private final long callPriceNanoUsd;

    private HuggingFaceProvider(
            HuggingFaceConfig config, ModelClient client, KeywordCandidates candidates) {
        this.config = config;
        this.client = client;
        this.candidates = candidates;
        this.calls =
                Arrays.stream(Part.values())
                        .filter(config.models()::containsKey)
                        .map(Set::of)
                        .toList();
        this.version =
                "rules-%s/%s/%s"
                        .formatted(RULES_VERSION, config.fingerprint(), config.shortNames());
        this.callPriceNanoUsd =
                config.callPrice()
                        .multiply(NANO)
                        .setScale(0, RoundingMode.CEILING)
                        .longValueExact();
    }

    /// A provider with connections of its own; nothing is sent until it is asked.
    ///
    /// @param candidates for the keywords' model to choose from
    public static HuggingFaceProvider open(
            HuggingFaceConfig config, KeywordCandidates candidates, InstantSource clock) {
        return new HuggingFaceProvider(
                config, new ModelClient(config.key(), MAX_BYTES, clock), candidates);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Set<Part>> calls() {
        return calls;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public Usage worstCase(Article article, Set<Part> parts) {
        if (callPriceNanoUsd == 0) {
            return Usage.NONE;
        }
        String text = ArticleInput.of(sent(article));
        return new Usage(text.getBytes(StandardCharsets.UTF_8).length, 0, callPriceNanoUsd);
    }

    @Override
    public Answer ask(Article article, Set<Part> parts, Duration timeout)
            throws ProviderException, InterruptedException {
        if (parts.size() != 1) {
            throw new IllegalArgumentException("one part a call, not " + parts);
        }
        Part part = parts.iterator().next();
        PartQuestion question =
                PartQuestion.of(part, config, article, ArticleInput.of(sent(article)), candidates);
        if (question == null) {
            return new Answer(
                    Map.of(), Map.of(part, "the article has no phrase to choose"), Usage.NONE);
        }
        JsonNode root =
                read(
                        client.post(
                                config.address(part),
                                Json.mapper().writeValueAsBytes(question.body()),
                                timeout));
        @Nullable Usage usage = callPriceNanoUsd == 0 ? Usage.NONE : null;
        try {
            PartAnswer answer = question.answer(root);
            return new Answer(Map.of(part, answer), Map.of(), usage);
        } catch (BrokenRuleException e) {
            return new Answer(Map.of(), Map.of(part, e.rule()), usage);
        }
    }

    private ArticleText sent(Article article) {
        return ArticleText.of(article).first(config.maxText());
    }

    private static JsonNode read(byte[] body) throws ProviderException {
        try {
            return Json.mapper().readTree(body);
        } catch (JacksonException _) {
            throw ProviderException.charged(
                    CallFailure.UNREADABLE_ANSWER, "its answer is not JSON");
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
