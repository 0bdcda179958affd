package newspulse.stream;

import newspulse.engine.Engine;

import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;

import java.time.InstantSource;

/// The way of an article through the stream:
///
/// ```
/// raw-articles -> admit -> identify-and-analyse -> analysed-articles
///                   |-> dead-letters
///                   '-> refiled-articles (back to raw-articles, under the article's own key)
/// ```
public final class ArticleTopology {
    static final String SOURCE = "raw-articles";
    static final String ADMIT = "admit";
    static final String ANALYSE = "identify-and-analyse";
    static final String ANALYSED = "analysed-articles";
    static final String DEAD = "dead-letters";
    static final String REFILED = "refiled-articles";
    static final String KNOWN = "known-articles";

    private ArticleTopology() {}

    /// The topics the topology stands between.
    public record TopicNames(String input, String output, String deadLetters) {}

    public static Topology create(
            TopicNames topics,
            Engine engine,
            String pipelineVersion,
            InstantSource clock,
            StreamMetrics metrics) {
        var bytesIn = new ByteArrayDeserializer();
        var bytesOut = new ByteArraySerializer();
        var topology = new Topology();
        topology.addSource(
                AutoOffsetReset.earliest(),
                SOURCE,
                new IngestionTime(),
                bytesIn,
                bytesIn,
                topics.input());
        topology.addProcessor(ADMIT, () -> new Admit(clock, metrics), SOURCE);
        topology.addProcessor(
                ANALYSE,
                () -> new IdentifyAndAnalyse(engine, pipelineVersion, clock, metrics),
                ADMIT);
        topology.addStateStore(
                Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(KNOWN),
                                Serdes.String(),
                                Serdes.ByteArray())
                        .withCachingDisabled(),
                ANALYSE);
        topology.addSink(ANALYSED, topics.output(), bytesOut, bytesOut, ANALYSE);
        topology.addSink(DEAD, topics.deadLetters(), bytesOut, bytesOut, ADMIT);
        topology.addSink(REFILED, topics.input(), bytesOut, bytesOut, ADMIT);
        return topology;
    }
}
