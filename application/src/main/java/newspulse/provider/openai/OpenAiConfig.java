package newspulse.provider.openai;

import newspulse.config.Setting;
import newspulse.config.Settings;
import newspulse.provider.UsdSetting;
import newspulse.provider.web.ModelAddress;
import newspulse.provider.web.ModelKey;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;

/// Where a chat model is and how it is asked.
///
/// @param key null for a server of one's own that asks for none
/// @param model null while nothing is set up
/// @param maxText UTF-16 units of an article that are sent
/// @param temperature not sent where it is null: some models know only their own
public record OpenAiConfig(
        URI baseUrl,
        @Nullable String key,
        @Nullable String model,
        TokenPrice price,
        int maxOutputTokens,
        String outputLimitField,
        int maxText,
        SchemaMode schemaMode,
        @Nullable BigDecimal temperature) {
    static final String OPENAI = "https://api.openai.com/v1";
    static final Setting<URI> BASE_URL =
            ModelAddress.setting(
                    "OPENAI_BASE_URL",
                    OPENAI,
                    "Where chat completions are: `/chat/completions` is put behind it. Any server"
                            + " that speaks this format will do: vLLM, Ollama, llama.cpp, TGI");
    static final Setting<String> API_KEY =
            ModelKey.setting(
                    "OPENAI_API_KEY",
                    "The key for it. OpenAI itself is not asked without one; a server of one's own"
                            + " may need none");
    static final Setting<String> MODEL =
            Setting.text("OPENAI_MODEL", null, "The chat model, as the server names it");
    static final Setting<BigDecimal> INPUT_PRICE =
            UsdSetting.of(
                    "OPENAI_INPUT_PRICE",
                    "150",
                    "What a million tokens read cost. Until it is set, a price above any in common"
                            + " use holds; 0 for a server of one's own");
    static final Setting<BigDecimal> OUTPUT_PRICE =
            UsdSetting.of(
                    "OPENAI_OUTPUT_PRICE", "600", "What a million tokens written cost, likewise");
    static final Setting<Integer> MAX_OUTPUT_TOKENS =
            Setting.integer(
                    "OPENAI_MAX_OUTPUT_TOKENS",
                    1_000,
                    50,
                    100_000,
                    "The longest answer; a model that thinks first needs several times as much");
    static final Setting<String> OUTPUT_LIMIT_FIELD =
            new Setting<>(
                    "OPENAI_OUTPUT_LIMIT_FIELD",
                    List.of(),
                    "max_tokens or max_completion_tokens",
                    null,
                    "The field that carries it. Not set: `max_completion_tokens` for OpenAI itself,"
                            + " the older `max_tokens` for others, which all know it",
                    false,
                    text -> {
                        if (!text.equals("max_tokens") && !text.equals("max_completion_tokens")) {
                            throw new IllegalArgumentException("neither");
                        }
                        return text;
                    });
    static final Setting<Integer> MAX_TEXT =
            Setting.integer(
                    "OPENAI_MAX_TEXT",
                    8_000,
                    500,
                    100_000,
                    "Characters of an article that are sent; the rest is left out");
    static final Setting<SchemaMode> SCHEMA =
            new Setting<>(
                    "OPENAI_SCHEMA",
                    List.of(),
                    "json_schema, json_value, json_object or none",
                    SchemaMode.JSON_SCHEMA.label(),
                    "How the server is told the form of the answer: `json_value` for TGI, the last two"
                            + " for one that knows no schemas",
                    false,
                    SchemaMode::parse);
    static final Setting<BigDecimal> TEMPERATURE =
            new Setting<>(
                    "OPENAI_TEMPERATURE",
                    List.of(),
                    "number, 0..2",
                    null,
                    "0 for the same answer each time, where the model lets one choose; not sent"
                            + " while it is not set",
                    false,
                    text -> {
                        BigDecimal value = new BigDecimal(text);
                        if (value.signum() < 0 || value.compareTo(BigDecimal.TWO) > 0) {
                            throw new IllegalArgumentException("out of range");
                        }
                        return value;
                    });

    public static List<Setting<?>> settings() {
        return List.of(
                BASE_URL,
                API_KEY,
                MODEL,
                INPUT_PRICE,
                OUTPUT_PRICE,
                MAX_OUTPUT_TOKENS,
                OUTPUT_LIMIT_FIELD,
                MAX_TEXT,
                SCHEMA,
                TEMPERATURE);
    }

    /// Those that say what calls cost.
    public static List<Setting<?>> prices() {
        return List.of(INPUT_PRICE, OUTPUT_PRICE);
    }

    public static OpenAiConfig from(Settings settings) {
        URI baseUrl = settings.get(BASE_URL);
        String field = isOpenAi(baseUrl) ? "max_completion_tokens" : "max_tokens";
        return new OpenAiConfig(
                baseUrl,
                settings.optional(API_KEY).orElse(null),
                settings.optional(MODEL).orElse(null),
                new TokenPrice(settings.get(INPUT_PRICE), settings.get(OUTPUT_PRICE)),
                settings.get(MAX_OUTPUT_TOKENS),
                settings.optional(OUTPUT_LIMIT_FIELD).orElse(field),
                settings.get(MAX_TEXT),
                settings.get(SCHEMA),
                settings.optional(TEMPERATURE).orElse(null));
    }

    /// Whether it can be asked: there is a model and, where OpenAI itself is meant, a key.
    public boolean isConfigured() {
        return model != null && (key != null || !isOpenAi(baseUrl));
    }

    private static boolean isOpenAi(URI baseUrl) {
        return ModelAddress.isAt(baseUrl, "openai.com");
    }

    /// Without the key.
    @Override
    public String toString() {
        return "OpenAiConfig[" + baseUrl + ", " + model + "]";
    }
}
