package dev.wsdoc.cli.terminal;

import dev.wsdoc.model.Progress;
import dev.wsdoc.report.Printable;
import java.io.PrintWriter;
import java.util.function.LongSupplier;

/** One line on a terminal's stderr that is drawn over itself; nothing at all elsewhere. Used by the command's thread. */
public final class ProgressLine implements Progress, AutoCloseable {
    private static final String ERASE = "\r\u001b[K"; // ECMA-48: carriage return, erase to the end of the line
    private static final long REDRAW_NANOS = 100_000_000;

    private final PrintWriter err;
    private final boolean visible;
    private final String prefix;
    private final LongSupplier nanos;
    private String lastPhase = "";
    private long lastDrawn;

    public ProgressLine(Console console, String prefix) {
        this(console, prefix, System::nanoTime);
    }

    /** @param nanos the clock, in {@link System#nanoTime} terms */
    ProgressLine(Console console, String prefix, LongSupplier nanos) {
        this.err = console.err();
        this.visible = console.showsProgress();
        this.prefix = prefix;
        this.nanos = nanos;
    }

    @Override
    public void at(String phase, int done, int total) {
        long now = nanos.getAsLong();
        boolean isDue = !phase.equals(lastPhase) || now - lastDrawn >= REDRAW_NANOS;
        if (visible && isDue) {
            lastPhase = phase;
            lastDrawn = now;
            err.print(ERASE + prefix + Printable.line(phase) + (total == 0 ? "" : " " + done + "/" + total) + " ...");
            err.flush();
        }
    }

    /** Takes the line away. */
    @Override
    public void close() {
        if (visible) {
            err.print(ERASE);
            err.flush();
        }
    }
}
