package newspulse.app;

import newspulse.deadletter.DeadLetter;

import java.nio.charset.StandardCharsets;

/// One letter whole, for people. What a terminal would obey is shown as a number.
final class LetterPage {
    private static final int MOST = 64 << 10;
    private static final int FIRST_PRINTABLE = 0x20;

    private LetterPage() {}

    static String of(DeadLetter letter) {
        byte[] value = letter.record().value();
        byte[] key = letter.record().key();
        return """
        position  %s
        died      %s
        came in   %s
        stood at  %s
        kind      %s
        code      %s
        why       %s
        faults    %s
        key       %s
        value     %s

        """
                .formatted(
                        letter.position(),
                        letter.diedAt(),
                        letter.ingestedAt(),
                        safe(letter.origin()),
                        safe(letter.kind()),
                        safe(letter.code()),
                        safe(letter.detail()),
                        safe(letter.fields()),
                        key == null ? "none" : text(key),
                        value == null
                                ? "none"
                                : "%,d bytes%n%s".formatted(value.length, text(value)));
    }

    private static String text(byte[] bytes) {
        int shown = Math.min(bytes.length, MOST);
        String text = safe(new String(bytes, 0, shown, StandardCharsets.UTF_8));
        return shown == bytes.length
                ? text
                : text + "%n... and %,d bytes more: export has all".formatted(bytes.length - shown);
    }

    private static String safe(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints()
                .forEach(one -> {
                    boolean isSafe =
                            one == '\n'
                                    || (one >= FIRST_PRINTABLE
                                            && Character.getType(one) != Character.CONTROL
                                            && Character.getType(one) != Character.FORMAT);
                    if (isSafe) {
                        out.appendCodePoint(one);
                    } else {
                        out.append("\\u{%x}".formatted(one));
                    }
                });
        return out.toString();
    }
}
