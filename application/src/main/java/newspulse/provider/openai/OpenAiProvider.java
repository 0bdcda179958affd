package newspulse.provider.openai;

import newspulse.model.Article;
import newspulse.model.Part;
import newspulse.provider.Answer;
import newspulse.provider.Fingerprint;
import newspulse.provider.Provider;
import newspulse.provider.ProviderException;
import newspulse.provider.Usage;
import newspulse.provider.checked.ArticleText;
import newspulse.provider.checked.CheckedAnswer;
import newspulse.provider.web.ModelAddress;
import newspulse.provider.web.ModelClient;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A chat model behind OpenAI's chat completions API
/// (<https://platform.openai.com/docs/api-reference/chat>): one call answers all parts by a JSON
/// schema. An article's text is data to it and nothing else; see docs/adr/0016.
public final class OpenAiProvider implements Provider {
    public static final String NAME = "openai";

    private static final int MAX_BYTES = 1 << 20;

    /// Tokens that a server may put round the messages.
    private static final int TEMPLATE_TOKENS = 256;

    private static final Pattern CODE_FENCE =
            Pattern.compile("\\A\\s*```(?:json)?\\s*\\R(.*)\\R\\s*```\\s*\\z", Pattern.DOTALL);

    private final OpenAiConfig config;
    private final ModelClient client;
    private final URI address;
    private final ChatRequest request;
    private final String version;

    private OpenAiProvider(OpenAiConfig config, String model, ModelClient client) {
        this.config = config;
        this.client = client;
        this.address = ModelAddress.under(config.baseUrl(), "/chat/completions");
        this.request = new ChatRequest(config, model);
        this.version =
                "%s/prompt-%s/%s"
                        .formatted(
                                model,
                                ChatRequest.PROMPT_VERSION,
                                Fingerprint.of(
                                        config.baseUrl(),
                                        config.schemaMode(),
                                        config.maxText(),
                                        config.temperature()));
    }

    /// A provider with connections of its own; nothing is sent until it is asked.
    ///
    /// @throws IllegalArgumentException when no model is configured
    public static OpenAiProvider open(OpenAiConfig config, InstantSource clock) {
        String model = config.model();
        if (model == null) {
            throw new IllegalArgumentException("OPENAI_MODEL is not set");
        }
        return new OpenAiProvider(config, model, new ModelClient(config.key(), MAX_BYTES, clock));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Set<Part>> calls() {
        return List.of(Set.of(Part.values()));
    }

    @Override
    public String version() {
        return version;
    }

    /// Tokens are never fewer than a byte each, so the bytes of the request, schema and JSON
    /// escapes among them, bound what is read.
    @Override
    public Usage worstCase(Article article, Set<Part> parts) {
        int bytes = request.body(sent(article), parts).length;
        return config.price().usage(bytes + TEMPLATE_TOKENS, config.maxOutputTokens());
    }

    @Override
    public Answer ask(Article article, Set<Part> parts, Duration timeout)
            throws ProviderException, InterruptedException {
        byte[] body = client.post(address, request.body(sent(article), parts), timeout);
        ChatReply reply = ChatReply.read(body, config.price());
        try {
            StructuredAnswer.Parts answer =
                    new StructuredAnswer(new CheckedAnswer(ArticleText.of(article)))
                            .read(withoutFence(reply.content()), parts);
            return new Answer(answer.answered(), answer.refused(), reply.usage());
        } catch (ProviderException e) {
            throw reply.usage() == null ? e : e.taking(reply.usage());
        }
    }

    private ArticleText sent(Article article) {
        return ArticleText.of(article).first(config.maxText());
    }

    private String withoutFence(String content) {
        if (config.schemaMode() == SchemaMode.NONE) {
            Matcher fence = CODE_FENCE.matcher(content);
            if (fence.matches()) {
                return fence.group(1);
            }
        }
        return content;
    }

    @Override
    public void close() {
        client.close();
    }
}
