package newspulse.kafka;

import newspulse.config.Setting;
import newspulse.config.Settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How clients prove to the brokers who they are; the same for all of them.
///
/// @param saslMechanism empty without SASL
/// @param saslJaasConfig a secret; empty without SASL
public record KafkaSecurity(String protocol, String saslMechanism, String saslJaasConfig) {
    public static final KafkaSecurity NONE = new KafkaSecurity("PLAINTEXT", "", "");

    public static final Setting<String> KAFKA_SECURITY_PROTOCOL =
            Setting.text(
                    "KAFKA_SECURITY_PROTOCOL",
                    NONE.protocol,
                    "PLAINTEXT, SSL, SASL_PLAINTEXT or SASL_SSL");
    public static final Setting<String> KAFKA_SASL_MECHANISM =
            Setting.text(
                    "KAFKA_SASL_MECHANISM",
                    null,
                    "SASL mechanism, for example SCRAM-SHA-512; none when unset");
    public static final Setting<String> KAFKA_SASL_JAAS_CONFIG =
            Setting.secret("KAFKA_SASL_JAAS_CONFIG", "JAAS line with user and password for SASL");

    static List<Setting<?>> settings() {
        return List.of(KAFKA_SECURITY_PROTOCOL, KAFKA_SASL_MECHANISM, KAFKA_SASL_JAAS_CONFIG);
    }

    static KafkaSecurity from(Settings settings) {
        return new KafkaSecurity(
                settings.get(KAFKA_SECURITY_PROTOCOL),
                settings.optional(KAFKA_SASL_MECHANISM).orElse(""),
                settings.optional(KAFKA_SASL_JAAS_CONFIG).orElse(""));
    }

    /// As Kafka's clients take it.
    Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("security.protocol", protocol);
        if (!saslMechanism.isEmpty()) {
            properties.put("sasl.mechanism", saslMechanism);
        }
        if (!saslJaasConfig.isEmpty()) {
            properties.put("sasl.jaas.config", saslJaasConfig);
        }
        return properties;
    }

    @Override
    public String toString() {
        return "KafkaSecurity[" + protocol + " " + saslMechanism + "]";
    }
}
