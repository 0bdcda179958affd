package newspulse.app;

import newspulse.config.Setting;
import newspulse.config.Settings;
import newspulse.engine.LocalModels;
import newspulse.model.Part;
import newspulse.provider.Cascade;
import newspulse.provider.Provider;
import newspulse.provider.chain.ChainConfig;
import newspulse.provider.chain.ProviderChain;
import newspulse.provider.huggingface.HuggingFaceConfig;
import newspulse.provider.huggingface.HuggingFaceProvider;
import newspulse.provider.huggingface.KeywordCandidates;
import newspulse.provider.huggingface.PassageKeywords;
import newspulse.provider.onnx.OnnxConfig;
import newspulse.provider.onnx.OnnxProvider;
import newspulse.provider.openai.OpenAiConfig;
import newspulse.provider.openai.OpenAiProvider;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The models outside the engine that the settings ask for. Text leaves the process only where
/// `USE_EXTERNAL_API` says so: `openai` and `huggingface` are asked then; `onnx`, which runs here,
/// whenever it has models.
final class Providers {
    private static final Logger log = LoggerFactory.getLogger(Providers.class);

    private Providers() {}

    /// Loads and opens them.
    ///
    /// @param models those of the engine; read only if a provider needs them
    /// @return empty when none is set up
    /// @throws newspulse.config.ConfigurationException when files of a model are not usable
    static Optional<ProviderChain> open(Platform platform, Supplier<LocalModels> models) {
        Settings settings = platform.settings();
        ChainConfig config = ChainConfig.from(settings);
        List<Provider> providers = new ArrayList<>();
        for (String name : config.order()) {
            Kind kind = Kind.of(name);
            if (kind.isOutside && !settings.get(Cascade.USE_EXTERNAL_API)) {
                kind.warnIfGiven(settings, Cascade.USE_EXTERNAL_API.name() + " is not true");
            } else {
                open(kind, platform, models)
                        .ifPresentOrElse(
                                provider -> {
                                    providers.add(provider);
                                    kind.warnOfPrices(settings);
                                },
                                () -> kind.warnIfGiven(settings, "it needs " + kind.needs));
            }
        }
        if (providers.isEmpty()) {
            return Optional.empty();
        }
        log.info(
                "asked beside the local models: {}",
                providers.stream().map(Provider::name).collect(Collectors.joining(", ")));
        return Optional.of(
                ProviderChain.open(
                        config,
                        providers,
                        platform.redis(),
                        platform.registry(),
                        platform.clock()));
    }

    private static Optional<Provider> open(
            Kind kind, Platform platform, Supplier<LocalModels> models) {
        Settings settings = platform.settings();
        return switch (kind) {
            case OPENAI ->
                    Optional.of(OpenAiConfig.from(settings))
                            .filter(OpenAiConfig::isConfigured)
                            .map(config -> OpenAiProvider.open(config, platform.clock()));
            case HUGGINGFACE ->
                    Optional.of(HuggingFaceConfig.from(settings))
                            .filter(HuggingFaceConfig::isConfigured)
                            .map(config ->
                                    HuggingFaceProvider.open(
                                            config, candidates(config, models), platform.clock()));
            case ONNX ->
                    OnnxConfig.from(settings, platform.dataDirectory())
                            .map(config -> OnnxProvider.open(config, platform.registry()));
        };
    }

    private static KeywordCandidates candidates(
            HuggingFaceConfig config, Supplier<LocalModels> models) {
        if (!config.models().containsKey(Part.KEYWORDS)) {
            return _ -> List.of();
        }
        LocalModels local = models.get();
        return new PassageKeywords(local.keywords(), local.languages());
    }

    /// The providers there are.
    private enum Kind {
        OPENAI(true, "OPENAI_MODEL, and OPENAI_API_KEY where OpenAI itself is asked"),
        HUGGINGFACE(
                true,
                "a model for a part, such as HUGGINGFACE_SENTIMENT_MODEL, and"
                        + " HUGGINGFACE_API_KEY where Hugging Face itself is asked"),
        ONNX(false, "ONNX_MODEL_DIR");

        private final boolean isOutside;
        private final String needs;

        Kind(boolean isOutside, String needs) {
            this.isOutside = isOutside;
            this.needs = needs;
        }

        static Kind of(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }

        private List<Setting<?>> settings() {
            return switch (this) {
                case OPENAI -> OpenAiConfig.settings();
                case HUGGINGFACE -> HuggingFaceConfig.settings();
                case ONNX -> OnnxConfig.settings();
            };
        }

        private List<Setting<?>> prices() {
            return switch (this) {
                case OPENAI -> OpenAiConfig.prices();
                case HUGGINGFACE -> HuggingFaceConfig.prices();
                case ONNX -> List.of();
            };
        }

        /// A ceiling that is reached by a wrong price looks like a fault.
        void warnOfPrices(Settings given) {
            List<String> missing =
                    prices().stream()
                            .filter(price -> !given.isGiven(price))
                            .map(Setting::name)
                            .toList();
            if (!missing.isEmpty()) {
                log.warn(
                        "{} is not set: calls are counted dearer than any in common use, and the"
                                + " ceiling of an hour will allow few. Set what they cost; 0 where"
                                + " they cost nothing",
                        String.join(", ", missing));
            }
        }

        /// Nobody should wait for what will not come.
        void warnIfGiven(Settings given, String why) {
            List<String> idle =
                    settings().stream().filter(given::isGiven).map(Setting::name).toList();
            if (!idle.isEmpty()) {
                log.warn(
                        "{} is set, but {} is not asked: {}",
                        String.join(", ", idle),
                        name().toLowerCase(Locale.ROOT),
                        why);
            }
        }
    }
}
