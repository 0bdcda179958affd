package newspulse.producer.feed;

import java.io.IOException;

/// Takes text up to a limit, and refuses more, which ends the writing of it.
final class LimitedText implements Appendable {
    private final StringBuilder text = new StringBuilder();
    private final int max;

    LimitedText(int max) {
        this.max = max;
    }

    @Override
    public LimitedText append(CharSequence more) throws IOException {
        return append(more, 0, more.length());
    }

    @Override
    public LimitedText append(CharSequence more, int start, int end) throws IOException {
        int room = Math.min(end - start, max - text.length());
        text.append(more, start, start + room);
        if (room < end - start) {
            throw new IOException("more than " + max + " characters");
        }
        return this;
    }

    @Override
    public LimitedText append(char more) throws IOException {
        return append(String.valueOf(more), 0, 1);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
