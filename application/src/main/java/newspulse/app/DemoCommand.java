package newspulse.app;

import picocli.CommandLine.Command;

import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.Callable;

/// `newspulse demo`.
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Starts everything in this process and feeds it a lively stream of sample articles.",
            "Needs no network and no key; keeps its data apart, in data/demo."
        })
final class DemoCommand implements Callable<Integer> {
    private static final String DATA_DIRECTORY = "data/demo";

    @Override
    public Integer call() {
        return Launch.reportingFaults(() ->
                Launch.run(
                        Launch.settings(Map.of("DATA_DIR", DATA_DIRECTORY)),
                        EnumSet.allOf(Role.class),
                        new Feed.Samples()));
    }
}
