package newspulse.refiner;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import newspulse.kafka.KafkaConfig;
import newspulse.model.Analysis;
import newspulse.model.Article;
import newspulse.provider.Cascade;
import newspulse.provider.Refinement;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// A refiner in a process of its own, to be killed. It tells each call on standard output before it
/// makes it, as `call ID`.
final class RefinerChild {
    private RefinerChild() {}

    public static void main(String[] arguments) throws InterruptedException {
        KafkaConfig kafka = RefinerFixture.config(arguments[0], arguments[1], 2);
        var service =
                new RefinerService(
                        new RefinerConfig(
                                RefinerFixture.group(kafka),
                                Integer.parseInt(arguments[2]),
                                Duration.ofSeconds(10),
                                Duration.ofHours(6)),
                        kafka,
                        new SlowRefinement(Duration.ofMillis(100), arguments[3]),
                        new Cascade(0),
                        "test",
                        new SimpleMeterRegistry(),
                        InstantSource.system(),
                        failure -> Runtime.getRuntime().halt(9));
        service.start();
        Thread.currentThread().join();
    }

    static Process start(KafkaConfig kafka, String topic, int maxInFlight, String modelVersion)
            throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        RefinerChild.class.getName(),
                        kafka.bootstrapServers(),
                        topic,
                        Integer.toString(maxInFlight),
                        modelVersion)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private record SlowRefinement(Duration time, String modelVersion) implements Refinement {
        @Override
        public Refined refine(
                Article article, Analysis local, List<String> providers, Duration deadline)
                throws InterruptedException {
            System.out.println("call " + article.id());
            Thread.sleep(time);
            return new Refined(ScriptedRefinement.refined(local, modelVersion), List.of());
        }

        @Override
        public List<String> providers() {
            return List.of("slow");
        }
    }
}
