package newspulse.benchmarks;

import java.io.IOException;
import java.util.List;

/// One thing to measure; the order is that of the report.
enum Benchmark {
    START("start to ready") {
        @Override
        List<Row> measure(Lab lab, Scale scale) throws IOException, InterruptedException {
            return new StartBenchmark(lab, scale).measure();
        }
    },
    REPLAY("from a file to Redis, and resident memory") {
        @Override
        List<Row> measure(Lab lab, Scale scale) throws IOException, InterruptedException {
            return new ReplayBenchmark(lab, scale).measure();
        }
    },
    LATENCY("from push to WebSocket") {
        @Override
        List<Row> measure(Lab lab, Scale scale) throws IOException, InterruptedException {
            return new LatencyBenchmark(lab, scale).measure();
        }
    },
    INFERENCE("inference over HTTP") {
        @Override
        List<Row> measure(Lab lab, Scale scale) throws IOException, InterruptedException {
            return new InferenceBenchmark(lab, scale).measure();
        }
    },
    SOURCES("2,000 sources polled") {
        @Override
        List<Row> measure(Lab lab, Scale scale) throws IOException, InterruptedException {
            return new SourcesBenchmark(lab, scale).measure();
        }
    };

    private final String title;

    Benchmark(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    abstract List<Row> measure(Lab lab, Scale scale) throws IOException, InterruptedException;
}
