package newspulse.app;

import newspulse.api.ApiConfig;
import newspulse.config.Setting;
import newspulse.embedded.EmbeddedConfig;
import newspulse.http.HttpConfig;
import newspulse.inference.InferenceConfig;
import newspulse.kafka.KafkaConfig;
import newspulse.producer.ProducerConfig;
import newspulse.redis.RedisConfig;
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
        all.put("Logs", Logs.settings());
        all.put("Models", List.of(MODEL_VERSION));
        return all;
    }

    static List<Setting<?>> list() {
        return byConcern().values().stream().<Setting<?>>flatMap(List::stream).toList();
    }
}
