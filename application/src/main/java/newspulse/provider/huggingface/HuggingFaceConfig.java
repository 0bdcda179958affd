package newspulse.provider.huggingface;

import newspulse.config.Setting;
import newspulse.config.Settings;
import newspulse.model.Part;
import newspulse.provider.Fingerprint;
import newspulse.provider.UsdSetting;
import newspulse.provider.checked.EntityName;
import newspulse.provider.web.ModelAddress;
import newspulse.provider.web.ModelKey;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Which models answer which part, and where they are.
///
/// @param key null for endpoints of one's own that ask for none
/// @param models by part: a name on the hub, or the address of an endpoint that serves one model
/// @param zeroShot whether the topics' model is told our labels, instead of having some of its own
/// @param callPrice US dollars
/// @param maxText UTF-16 units of an article that are sent
public record HuggingFaceConfig(
        URI baseUrl,
        @Nullable String key,
        Map<Part, String> models,
        boolean zeroShot,
        LabelMap sentiments,
        LabelMap subjects,
        LabelMap entities,
        BigDecimal callPrice,
        int maxText) {
    private static final Pattern HUB_NAME = Pattern.compile("(?:[\\w-][\\w.-]*/)?[\\w-][\\w.-]*");

    static final Setting<URI> BASE_URL =
            ModelAddress.setting(
                    "HUGGINGFACE_BASE_URL",
                    "https://router.huggingface.co/hf-inference",
                    "Where models are found by name: `/models/{name}` is put behind it");
    static final Setting<String> API_KEY =
            ModelKey.setting(
                    "HUGGINGFACE_API_KEY",
                    "The token, sent to the base address and to every address that is given for a"
                            + " model. Addresses of Hugging Face are not asked without one");
    static final Setting<String> SENTIMENT_MODEL = model("SENTIMENT", "text classification");
    static final Setting<String> TOPICS_MODEL = model("TOPICS", "zero-shot or text classification");
    static final Setting<String> KEYWORDS_MODEL = model("KEYWORDS", "feature extraction");
    static final Setting<String> ENTITIES_MODEL = model("ENTITIES", "token classification");
    static final Setting<Boolean> ZERO_SHOT =
            Setting.flag(
                    "HUGGINGFACE_TOPICS_ZERO_SHOT",
                    true,
                    "Whether the topics' model is a zero-shot one, which is told our labels. If not,"
                            + " its own are taken for ours as HUGGINGFACE_TOPICS_LABELS says");
    static final Setting<LabelMap> SENTIMENT_LABELS =
            LabelMap.setting(
                    "HUGGINGFACE_SENTIMENT_LABELS",
                    CommonLabels.SENTIMENTS,
                    "What the model's labels mean, beyond the usual words and stars");
    static final Setting<LabelMap> TOPICS_LABELS =
            LabelMap.setting(
                    "HUGGINGFACE_TOPICS_LABELS",
                    CommonLabels.SUBJECTS,
                    "What the model's labels mean, beyond our own");
    static final Setting<LabelMap> ENTITIES_LABELS =
            LabelMap.setting(
                    "HUGGINGFACE_ENTITIES_LABELS",
                    EntityName.TYPES,
                    "What the model's labels mean (without B- and I-), beyond those of CoNLL,"
                            + " OntoNotes and KLUE");
    static final Setting<BigDecimal> CALL_PRICE =
            UsdSetting.of(
                    "HUGGINGFACE_CALL_PRICE",
                    "0.01",
                    "What a call costs at most: it is billed by time and the answer does not say."
                            + " Until it is set, more than any common call holds; 0 for an endpoint"
                            + " of one's own");
    static final Setting<Integer> MAX_TEXT =
            Setting.integer(
                    "HUGGINGFACE_MAX_TEXT",
                    1_200,
                    100,
                    100_000,
                    "Characters of an article that are sent: most of these models take 512 tokens"
                            + " and refuse more");

    private static Setting<String> model(String part, String task) {
        return new Setting<>(
                "HUGGINGFACE_" + part + "_MODEL",
                List.of(),
                "owner/name, or an address",
                null,
                "The model for it ("
                        + task
                        + "): its name on the hub, or the address of an endpoint that serves it."
                        + " Not set: Hugging Face is not asked for this part",
                false,
                text -> {
                    if (isAddress(text)) {
                        ModelAddress.parse(text);
                    } else if (!HUB_NAME.matcher(text).matches()) {
                        throw new IllegalArgumentException("neither a name nor an address");
                    }
                    return text;
                });
    }

    public static List<Setting<?>> settings() {
        return List.of(
                BASE_URL,
                API_KEY,
                SENTIMENT_MODEL,
                TOPICS_MODEL,
                KEYWORDS_MODEL,
                ENTITIES_MODEL,
                ZERO_SHOT,
                SENTIMENT_LABELS,
                TOPICS_LABELS,
                ENTITIES_LABELS,
                CALL_PRICE,
                MAX_TEXT);
    }

    public HuggingFaceConfig {
        models = Map.copyOf(models);
    }

    /// Those that say what calls cost.
    public static List<Setting<?>> prices() {
        return List.of(CALL_PRICE);
    }

    public static HuggingFaceConfig from(Settings settings) {
        Map<Part, String> models = new EnumMap<>(Part.class);
        Map.of(
                        Part.SENTIMENT, SENTIMENT_MODEL,
                        Part.SUBJECTS, TOPICS_MODEL,
                        Part.KEYWORDS, KEYWORDS_MODEL,
                        Part.ENTITIES, ENTITIES_MODEL)
                .forEach((part, setting) ->
                        settings.optional(setting).ifPresent(model -> models.put(part, model)));
        LabelMap none = new LabelMap(Map.of());
        return new HuggingFaceConfig(
                settings.get(BASE_URL),
                settings.optional(API_KEY).orElse(null),
                models,
                settings.get(ZERO_SHOT),
                settings.optional(SENTIMENT_LABELS).orElse(none).or(CommonLabels.sentiments()),
                settings.optional(TOPICS_LABELS).orElse(none).or(CommonLabels.subjects()),
                settings.optional(ENTITIES_LABELS).orElse(none).or(CommonLabels.entities()),
                settings.get(CALL_PRICE),
                settings.get(MAX_TEXT));
    }

    /// Whether it can be asked: there is a model, and a key where Hugging Face itself would want
    /// one.
    public boolean isConfigured() {
        return !models.isEmpty()
                && (key != null
                        || models.keySet().stream().noneMatch(part -> isHosted(address(part))));
    }

    /// The models that are asked, in the order of the parts, without their owners; of one's own
    /// endpoints only that they are.
    String shortNames() {
        return new TreeMap<>(models)
                .values().stream()
                        .map(model -> isAddress(model) ? "endpoint" : afterSlash(model))
                        .collect(Collectors.joining(","));
    }

    private static String afterSlash(String model) {
        return model.substring(model.indexOf('/') + 1);
    }

    /// Of all that an answer depends on.
    String fingerprint() {
        return Fingerprint.of(
                baseUrl, new TreeMap<>(models), zeroShot, sentiments, subjects, entities, maxText);
    }

    /// Where the model for a part is.
    URI address(Part part) {
        String model = models.get(part);
        if (model == null) {
            throw new IllegalArgumentException("no model for " + part.label());
        }
        if (isAddress(model)) {
            return ModelAddress.parse(model);
        }
        if (part != Part.KEYWORDS) {
            return ModelAddress.under(baseUrl, "/models/" + model);
        }
        boolean older = "api-inference.huggingface.co".equals(baseUrl.getHost());
        return ModelAddress.under(
                baseUrl,
                older
                        ? "/pipeline/feature-extraction/" + model
                        : "/models/" + model + "/pipeline/feature-extraction");
    }

    private static boolean isAddress(String model) {
        return model.contains("://");
    }

    private static boolean isHosted(URI address) {
        return ModelAddress.isAt(address, "huggingface.co")
                || ModelAddress.isAt(address, "huggingface.cloud");
    }

    /// Without the key.
    @Override
    public String toString() {
        return "HuggingFaceConfig[" + baseUrl + ", " + models + "]";
    }
}
