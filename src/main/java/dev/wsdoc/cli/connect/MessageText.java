package dev.wsdoc.cli.connect;

import dev.wsdoc.report.Amount;
import dev.wsdoc.report.Palette;
import dev.wsdoc.report.Printable;
import dev.wsdoc.report.TextStyle;
import dev.wsdoc.talk.Said;
import dev.wsdoc.talk.TalkListener;
import dev.wsdoc.wire.frame.Opcode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A message that came, as lines for people: when, how large, how soon, and what it says. Nothing in it can steer a terminal. */
final class MessageText {
    /** What of a message is looked at; of a longer one only the beginning is shown. */
    static final int MOST_READ = 64 * 1024;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault());
    private static final int MOST_LINES = 100;
    private static final int SUMMARY = 200;

    private final TextStyle style;

    MessageText(TextStyle style) {
        this.style = style;
    }

    /**
     * A message.
     *
     * @param head its beginning, at most {@link #MOST_READ} bytes of it
     * @param size of all of it
     * @param roundTrip nanoseconds, or {@link TalkListener#NO_ROUND_TRIP}
     */
    record Came(Instant at, Said head, int size, long roundTrip) {
        boolean isText() {
            return head.opcode() == Opcode.TEXT;
        }
    }

    List<String> lines(Came came) {
        List<String> body = came.isText() ? text(came) : bytes(came);
        Palette palette = style.palette();
        String begin = palette.faint(TIME.format(came.at())) + " < ";
        String figures = palette.faint(figures(came));
        if (came.isText() && body.size() == 1) {
            return List.of(begin + body.get(0) + "  " + figures);
        }
        List<String> lines = new ArrayList<>(List.of(begin + figures));
        body.stream().limit(MOST_LINES).forEach(lines::add);
        if (body.size() > MOST_LINES) {
            lines.add(
                    palette.faint(style.glyphs().ellipsis() + " " + Amount.of(body.size() - MOST_LINES, "more line")));
        }
        return lines;
    }

    private String figures(Came came) {
        String kind = came.isText() ? "" : "binary" + style.glyphs().separator();
        String size = kind + size(came.size());
        return came.roundTrip() < 0 ? size : size + style.glyphs().separator() + Amount.millis(came.roundTrip() / 1e6);
    }

    private List<String> text(Came came) {
        String text = came.head().text();
        if (came.size() > came.head().size()) {
            return List.of(Printable.line(text.substring(0, Math.min(SUMMARY, text.length())))
                    + style.glyphs().ellipsis());
        }
        List<String> json = PrettyJson.lines(text, style.palette());
        return json == null ? Printable.block(text).lines().toList() : json;
    }

    private List<String> bytes(Came came) {
        return HexDump.of(came.head().bytes(), style.width());
    }

    /** A size with three digits or so, such as {@code 5 B}, {@code 1.2 kB} or {@code 50.0 MB}. */
    static String size(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        boolean isSmall = bytes < 999_950;
        return String.format(Locale.ROOT, "%.1f %s", bytes / (isSmall ? 1e3 : 1e6), isSmall ? "kB" : "MB");
    }
}
