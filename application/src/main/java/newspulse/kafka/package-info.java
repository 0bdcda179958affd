/// What every stage that talks to Kafka shares: the settings, the topics, the properties of
/// clients, and the probes of health and lag. Start at [newspulse.kafka.KafkaConfig].
@NullMarked
package newspulse.kafka;

import org.jspecify.annotations.NullMarked;
