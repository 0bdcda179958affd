package newspulse.app;

import newspulse.training.Progress;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;

/// Shows on a terminal how far work has come; where there is no terminal, a line for each thing
/// that begins.
final class ProgressBar implements Progress {
    private static final int WIDTH = 30;

    private final PrintStream out;
    private final boolean isTerminal;
    private String what = "";
    private int shown = -1;

    ProgressBar(PrintStream out, boolean isTerminal) {
        this.out = out;
        this.isTerminal = isTerminal;
    }

    static ProgressBar onStandardError() {
        boolean isTerminal =
                Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
        return new ProgressBar(System.err, isTerminal);
    }

    @Override
    public synchronized void at(String now, long done, long total) {
        boolean begins = !now.equals(what);
        if (begins) {
            end();
            what = now;
        }
        int percent = total <= 0 ? 0 : (int) Math.min(100, 100 * done / total);
        if (isTerminal && percent != shown) {
            int full = WIDTH * percent / 100;
            out.printf(
                    Locale.ROOT,
                    "\r  [%s%s] %3d %%  %s",
                    "#".repeat(full),
                    ".".repeat(WIDTH - full),
                    percent,
                    now);
            out.flush();
        } else if (!isTerminal && begins) {
            out.println("  " + now);
        }
        shown = percent;
    }

    /// Ends the line.
    synchronized void end() {
        if (isTerminal && shown >= 0) {
            out.println();
        }
        shown = -1;
        what = "";
    }
}
