package newspulse.producer;

/// Text from outside, made fit for one line of a log.
public final class LogText {
    private static final int MAX_LENGTH = 200;

    private LogText() {}

    /// Without control characters, cut short.
    public static String line(String text) {
        String head = text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "…";
        return head.replaceAll("\\p{C}+", " ").strip();
    }
}
