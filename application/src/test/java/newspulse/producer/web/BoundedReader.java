package newspulse.producer.web;

import newspulse.producer.VirtualTime;
import newspulse.producer.feed.FeedInspection;
import newspulse.producer.feed.FeedSpec;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A process with little memory that fetches an address and reads what is there as a feed, one
/// after another, and dies of the first that takes more than it has.
final class BoundedReader implements AutoCloseable {
    /// About what it takes to start and to fetch small feeds, and 64 MiB.
    private static final List<String> MEMORY =
            List.of("-Xmx96m", "-XX:MaxDirectMemorySize=32m", "-XX:+ExitOnOutOfMemoryError");

    private final Process process;
    private final PrintStream questions;
    private final BufferedReader answers;

    BoundedReader() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(MEMORY);
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        BoundedReader.class.getName()));
        process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        questions = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        answers = process.inputReader(StandardCharsets.UTF_8);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// `unreachable`, `refused` or `read` and how much.
    String ask(String address) throws IOException {
        questions.println(address);
        String last = "";
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith("answer ")) {
                return line.substring("answer ".length());
            }
            last = line;
        }
        throw new IOException("it died with " + MEMORY + ": " + last);
    }

    @Override
    public void close() throws IOException {
        questions.close();
        process.destroyForcibly().onExit().join();
        answers.close();
    }

    /// The process itself.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var limits =
                new Downloader.Limits(
                        Duration.ofSeconds(2), Duration.ofSeconds(5), 32 * 1024 * 1024);
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (var downloader =
                new Downloader("t", limits, AllowList.of("127.0.0.1"), new VirtualTime())) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                URI address = URI.create(line);
                String said =
                        switch (downloader.get(new DownloadRequest(address, Map.of(), 5))) {
                            case Download.Unreachable unreachable ->
                                    "unreachable " + unreachable.failure().detail();
                            case Download.Content content -> read(address, content.body());
                            case Download.NotModified _, Download.Refused _ ->
                                    "refused by its status";
                        };
                System.out.println("answer " + said.lines().findFirst().orElse(""));
            }
        }
    }

    private static String read(URI address, byte[] document) {
        var spec = new FeedSpec("Feed", "Feed", address, null, "en", true);
        return switch (FeedInspection.of(document, spec, null, Instant.EPOCH)) {
            case FeedInspection.Refused refused -> "refused " + refused.reason();
            case FeedInspection.Page _ -> "refused for a page";
            case FeedInspection.Feed feed ->
                    "read "
                            + feed.rows().size()
                            + " entries of "
                            + feed.rows().toString().length()
                            + " characters";
        };
    }
}
