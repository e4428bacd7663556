package dev.wsdoc.evidence;

import dev.wsdoc.evidence.encoding.Encoding;
import dev.wsdoc.evidence.encoding.LineDecoder;
import dev.wsdoc.evidence.encoding.TextIntake;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Cuts bytes of any content, in whatever pieces they come, into lines: for logs that grow and for those that are there as a whole. What
 * their {@link Encoding} cannot read becomes replacement characters; a line beyond {@value #LONGEST} bytes is cut and says so; NULs at its
 * start (gigabytes of them may be left by a log that was truncated under its writer) and a carriage return at its end are dropped. Owned by
 * one thread.
 */
public final class LineCutter {
    /** The most bytes of a line that are kept. */
    public static final int LONGEST = 256 * 1024;

    private static final byte[] NOTHING = {};
    private static final int KEPT_CAPACITY = 64 * 1024;
    private static final int LONGEST_CHARACTER = 3; // of UTF-8, behind its first byte

    private final TextIntake intake;
    private final LineDecoder decoder = new LineDecoder();
    private byte[] carried = NOTHING; // the beginning of a line whose end has not come
    private int held;
    private long dropped; // of that line, beyond the longest
    private boolean torn; // what comes up to the next line's end has lost its beginning

    public LineCutter() {
        this(Encoding.FOUND_OUT);
    }

    /** At the beginning of a log. */
    public LineCutter(Encoding encoding) {
        this(new TextIntake(encoding));
    }

    LineCutter(TextIntake intake) {
        this.intake = intake;
    }

    /** Takes what remains of an array-backed buffer; returns how many lines were completed. */
    public int cut(ByteBuffer bytes, Consumer<String> lines) {
        int from = bytes.arrayOffset() + bytes.position();
        int count = cut(bytes.array(), from, from + bytes.remaining(), lines);
        bytes.position(bytes.limit());
        return count;
    }

    /** Takes a part of an array; returns how many lines were completed. */
    public int cut(byte[] bytes, int from, int to, Consumer<String> lines) {
        if (intake.isPlain()) {
            return cutPlain(bytes, from, to, lines);
        }
        byte[] plain = intake.take(bytes, from, to);
        return cutPlain(plain, 0, plain.length, lines);
    }

    private int cutPlain(byte[] bytes, int from, int to, Consumer<String> lines) {
        int count = 0;
        int start = torn ? behindTheRest(bytes, from, to) : from;
        for (int end = indexOfNewline(bytes, start, to); end >= 0; end = indexOfNewline(bytes, start, to)) {
            if (isEmpty() && end - start <= LONGEST) {
                lines.accept(decode(bytes, start, end));
            } else {
                keep(bytes, start, end);
                lines.accept(take());
            }
            start = end + 1;
            count++;
        }
        keep(bytes, start, to);
        return count;
    }

    /** Some bytes were left out: the line that they were in the middle of is not handed out. */
    void leaveOut() {
        held = 0;
        dropped = 0;
        torn = true;
    }

    private int behindTheRest(byte[] bytes, int from, int to) {
        int end = indexOfNewline(bytes, from, to);
        torn = end < 0;
        return torn ? to : end + 1;
    }

    /** Hands out what came since the last line's end, if anything did: no more of it will come. Returns how many lines. */
    public int end(Consumer<String> lines) {
        byte[] rest = intake.end();
        int count = cutPlain(rest, 0, rest.length, lines);
        if (isEmpty()) {
            return count;
        }
        lines.accept(take());
        return count + 1;
    }

    private boolean isEmpty() {
        return held == 0;
    }

    private void keep(byte[] bytes, int from, int end) {
        int start = isEmpty() ? behindNuls(bytes, from, end) : from;
        int length = end - start;
        int kept = Math.min(length, LONGEST - held);
        if (held + kept > carried.length) {
            carried = Arrays.copyOf(carried, Math.min(LONGEST, Math.max(held + kept, 2 * carried.length)));
        }
        System.arraycopy(bytes, start, carried, held, kept);
        held += kept;
        dropped += length - kept;
    }

    private String take() {
        String line = decode(carried, 0, dropped == 0 ? held : wholeCharacters())
                + (dropped == 0 ? "" : " [cut: " + dropped + (dropped == 1 ? " byte more]" : " bytes more]"));
        held = 0;
        dropped = 0;
        if (carried.length > KEPT_CAPACITY) {
            carried = NOTHING;
        }
        return line;
    }

    private static int indexOfNewline(byte[] bytes, int start, int to) {
        for (int i = start; i < to; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** Where the last character that is whole ends: a cut may have gone through one of UTF-8, and that makes it no other encoding. */
    private int wholeCharacters() {
        int end = held;
        while (end > 0 && held - end < LONGEST_CHARACTER && (carried[end - 1] & 0xc0) == 0x80) {
            end--;
        }
        return end > 0 && (carried[end - 1] & 0xc0) == 0xc0 ? end - 1 : held;
    }

    private String decode(byte[] bytes, int start, int end) {
        int first = behindNuls(bytes, start, end);
        int last = end > first && bytes[end - 1] == '\r' ? end - 1 : end;
        return decoder.decode(bytes, first, last);
    }

    private static int behindNuls(byte[] bytes, int start, int end) {
        int first = start;
        while (first < end && bytes[first] == 0) {
            first++;
        }
        return first;
    }
}
