package newspulse.provider.onnx;

import java.util.ArrayList;
import java.util.List;

/// A part of a text that a model reads at once. Windows overlap, so that each token is read with
/// something around it; each is answered by the window in which it stands further from the edge.
///
/// @param from the first token that is read, counted without the special ones
/// @param to the last, excluded
/// @param ownFrom the first token that it answers for
/// @param ownTo the last, excluded
record Window(int from, int to, int ownFrom, int ownTo) {
    /// A quarter of a window at most, and no more tokens than this, are read twice.
    private static final int MOST_OVERLAP = 64;

    private static final int OVERLAP_SHARE = 4;

    /// The windows that cover a text, or its beginning.
    ///
    /// @param tokens of the text
    /// @param room tokens of a window
    /// @param most windows; what is beyond the last is not read
    static List<Window> over(int tokens, int room, int most) {
        int overlap = Math.min(MOST_OVERLAP, room / OVERLAP_SHARE);
        int step = room - overlap;
        List<Window> windows = new ArrayList<>();
        int ownFrom = 0;
        for (int from = 0; windows.size() < most && ownFrom < tokens; from += step) {
            int to = Math.min(from + room, tokens);
            int ownTo = to == tokens || windows.size() == most - 1 ? to : to - overlap / 2;
            windows.add(new Window(from, to, ownFrom, ownTo));
            ownFrom = ownTo;
        }
        return windows;
    }
}
