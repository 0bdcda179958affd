package newspulse.app;

import newspulse.api.ApiConfig;
import newspulse.config.Setting;
import newspulse.embedded.EmbeddedConfig;
import newspulse.http.HttpConfig;
import newspulse.inference.InferenceConfig;
import newspulse.kafka.KafkaConfig;
import newspulse.producer.ProducerConfig;
import newspulse.provider.Cascade;
import newspulse.provider.chain.ChainConfig;
import newspulse.provider.huggingface.HuggingFaceConfig;
import newspulse.provider.onnx.OnnxConfig;
import newspulse.provider.openai.OpenAiConfig;
import newspulse.redis.RedisConfig;
import newspulse.refiner.RefinerConfig;
import newspulse.stream.StreamConfig;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Every setting there is, by the concern it belongs to: what the configuration reference,
/// `.env.example` and `--print-config` list, in this order.
final class AllSettings {
    static final Setting<String> MODEL_VERSION =
            Setting.text(
                    "MODEL_VERSION",
                    null,
                    "A label put before the name of the models in `model_version`");

    static final Setting<String> MODEL_DIR =
            Setting.text(
                    "MODEL_DIR",
                    null,
                    "A directory of model files of your own, as `newspulse train` writes them; they"
                            + " stand before the shipped ones, name by name");

    private AllSettings() {}

    static Map<String, List<Setting<?>>> byConcern() {
        Map<String, List<Setting<?>>> all = new LinkedHashMap<>();
        all.put("HTTP", HttpConfig.settings());
        all.put("Ports of roles that run alone", Role.portSettings());
        all.put("Kafka", KafkaConfig.settings());
        all.put("Redis", RedisConfig.settings());
        all.put("Embedded broker and Redis", EmbeddedConfig.settings());
        all.put("Sources", ProducerConfig.settings());
        all.put("Stream", StreamConfig.settings());
        all.put("Api", ApiConfig.settings());
        all.put("Inference", InferenceConfig.settings());
        all.put("Providers: order, limits, budget", ChainConfig.settings());
        all.put("Cascade: which articles go out to be refined", Cascade.settings());
        all.put("Refiner", RefinerConfig.settings());
        all.put("Logs", Logs.settings());
        all.put("Models", List.of(MODEL_DIR, MODEL_VERSION));
        all.put("Models in ONNX Runtime", OnnxConfig.settings());
        all.put("OpenAI and servers that speak its format", OpenAiConfig.settings());
        all.put("Hugging Face", HuggingFaceConfig.settings());
        return all;
    }

    static List<Setting<?>> list() {
        return byConcern().values().stream().<Setting<?>>flatMap(List::stream).toList();
    }
}
