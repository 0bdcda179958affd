package newspulse.benchmarks;

/// What is under way, beside the report: on standard error, which a pipe leaves on the terminal.
final class Progress {
    private Progress() {}

    static void say(String line) {
        System.err.println("bench: " + line);
    }
}
