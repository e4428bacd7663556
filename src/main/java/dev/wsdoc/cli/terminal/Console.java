package dev.wsdoc.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wsdoc.report.Glyphs;
import dev.wsdoc.report.Palette;
import dev.wsdoc.report.TextStyle;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Standard output and standard error of one run, and what is known of who reads them. Used by the command's thread. */
public final class Console {
    static final int WIDTH_IF_UNKNOWN = 80;

    private final PrintWriter out;
    private final PrintWriter err;
    private final Reader reader;
    private final @Nullable WatchedOutput watched;
    private InputStream in = System.in;
    private ColorMode color = ColorMode.AUTO;

    /**
     * Who reads.
     *
     * @param in where standard input comes from
     * @param glyphs that stdout can show
     */
    public record Reader(Place in, Place out, Place err, Glyphs glyphs, Map<String, String> environment) {
        /** Standard input comes from no terminal. */
        public Reader(Place out, Place err, Glyphs glyphs, Map<String, String> environment) {
            this(Place.ELSEWHERE, out, err, glyphs, environment);
        }

        /** Where a stream goes. */
        public enum Place {
            TERMINAL,
            ELSEWHERE;

            private static Place of(int descriptor) {
                return TerminalProbe.isTerminal(descriptor) ? TERMINAL : ELSEWHERE;
            }
        }
    }

    public Console(PrintWriter out, PrintWriter err, Reader reader) {
        this(out, err, reader, null);
    }

    private Console(PrintWriter out, PrintWriter err, Reader reader, @Nullable WatchedOutput watched) {
        this.out = out;
        this.err = err;
        this.reader = reader;
        this.watched = watched;
    }

    /** The process's own streams. What goes elsewhere than to a terminal is UTF-8, whatever the locale. */
    public static Console ofProcess() {
        Charset charset = TerminalProbe.charset();
        Reader reader = new Reader(
                Reader.Place.of(0),
                Reader.Place.of(1),
                Reader.Place.of(2),
                Glyphs.of(charset),
                Map.copyOf(System.getenv()));
        return on(new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err), reader, charset);
    }

    /** Streams that may fail. Terminals get the locale's character set, whatever else is there UTF-8. */
    public static Console on(OutputStream out, OutputStream err, Reader reader, Charset locale) {
        WatchedOutput watched = new WatchedOutput(out);
        WatchedOutput errors = new WatchedOutput(err);
        return new Console(
                new PrintWriter(new OutputStreamWriter(watched, encoding(reader.out(), locale)), true),
                new PrintWriter(new OutputStreamWriter(errors, encoding(reader.err(), locale)), true),
                reader,
                watched);
    }

    private static Charset encoding(Reader.Place place, Charset locale) {
        return place == Reader.Place.TERMINAL ? locale : UTF_8;
    }

    /** Streams that go to no terminal. */
    public static Console of(PrintWriter out, PrintWriter err) {
        return new Console(
                out, err, new Reader(Reader.Place.ELSEWHERE, Reader.Place.ELSEWHERE, Glyphs.UNICODE, Map.of()));
    }

    /** The same with another standard input than the process's. */
    public Console reading(InputStream other) {
        in = other;
        return this;
    }

    /** Data comes from here. */
    public InputStream in() {
        return in;
    }

    /** Data goes here. */
    public PrintWriter out() {
        return out;
    }

    /** Progress and messages go here. */
    public PrintWriter err() {
        return err;
    }

    /** Data that is bytes goes here; what {@link #out} was given before is written first. */
    public OutputStream bytes() {
        out.flush();
        return watched == null ? new DecodedOutput(out) : watched;
    }

    /** Whether stdout is a terminal. */
    public boolean showsOutput() {
        return reader.out() == Reader.Place.TERMINAL;
    }

    /** Whether somebody types at a terminal and reads what is answered there. */
    public boolean isConversation() {
        return TerminalProbe.isWindowsConsole() || (showsOutput() && Reader.Place.of(0) == Reader.Place.TERMINAL);
    }

    public void choose(ColorMode mode) {
        color = mode;
    }

    /** How text on {@link #out} looks: as wide as the terminal is now. */
    public TextStyle style() {
        if (reader.out() != Reader.Place.TERMINAL) {
            return new TextStyle(palette(), reader.glyphs(), TextStyle.FILE.width());
        }
        int columns = TerminalProbe.columns();
        return new TextStyle(palette(), reader.glyphs(), columns > 0 ? columns : WIDTH_IF_UNKNOWN);
    }

    /** The signs that stdout can show. */
    public Glyphs glyphs() {
        return reader.glyphs();
    }

    /** Colours of {@link #out}: see no-color.org for the variable. */
    public Palette palette() {
        boolean isColored = switch (color) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO ->
                reader.out() == Reader.Place.TERMINAL
                        && isUnset("NO_COLOR")
                        && !"dumb".equals(reader.environment().get("TERM"));
        };
        return isColored ? Palette.ANSI : Palette.PLAIN;
    }

    /** Whether somebody watches {@link #err} live, so that a progress line can be drawn over itself. */
    boolean showsProgress() {
        return reader.err() == Reader.Place.TERMINAL
                && !"dumb".equals(reader.environment().get("TERM"));
    }

    /** Whether somebody would have to type what is read from standard input. */
    public boolean isInputTyped() {
        return reader.in() == Reader.Place.TERMINAL;
    }

    /** Whether an environment variable is missing or empty. */
    public boolean isUnset(String variable) {
        return variable(variable).isEmpty();
    }

    /** What an environment variable says, empty when it is missing. */
    public String variable(String name) {
        return reader.environment().getOrDefault(name, "");
    }

    /** Whether nobody reads {@link #out} any more, so that there is no sense in going on. */
    public boolean isOutputGone() {
        return watched != null && watched.isBroken();
    }

    /** Why output was lost, null when it was not. */
    @Nullable
    public IOException flush() {
        out.flush();
        err.flush();
        return watched == null ? null : watched.failure();
    }
}
