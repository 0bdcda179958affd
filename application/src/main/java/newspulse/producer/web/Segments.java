package newspulse.producer.web;

import java.util.ArrayList;
import java.util.List;

/// Bytes that come piece by piece, kept without ever being copied to make room for more: while they
/// come they take no more memory than they are long.
final class Segments {
    private static final int LENGTH = 256 * 1024;

    private final List<byte[]> full = new ArrayList<>();
    private byte[] last = new byte[LENGTH];
    private int filled;

    int size() {
        return full.size() * LENGTH + filled;
    }

    void add(byte[] bytes, int count) {
        int taken = 0;
        while (taken < count) {
            if (filled == LENGTH) {
                full.add(last);
                last = new byte[LENGTH];
                filled = 0;
            }
            int piece = Math.min(count - taken, LENGTH - filled);
            System.arraycopy(bytes, taken, last, filled, piece);
            filled += piece;
            taken += piece;
        }
    }

    byte[] toByteArray() {
        byte[] all = new byte[size()];
        int at = 0;
        for (byte[] segment : full) {
            System.arraycopy(segment, 0, all, at, LENGTH);
            at += LENGTH;
        }
        System.arraycopy(last, 0, all, at, filled);
        return all;
    }
}
