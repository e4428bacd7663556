package dev.wsdoc.evidence.encoding;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What encoding a log is in.
 *
 * @param named by the user for the whole log; null where it is to be found out
 */
public record Encoding(@Nullable Charset named) {
    /** UTF-8, or UTF-16 if the log begins like that; lines that are neither are guessed. */
    public static final Encoding FOUND_OUT = new Encoding(null);

    /** Bytes of a log's beginning that tell enough. */
    public static final int TELLING = 4;

    private static final int MARK_LITTLE = 0xfffe;
    private static final int MARK_BIG = 0xfeff;

    /**
     * The encoding of all bytes of a log, which is to be known before they are cut into lines; null where they are cut first, since a
     * newline is one byte that stands for nothing else.
     *
     * @param head the log's beginning
     * @param length how much there is of it
     */
    public @Nullable Charset whole(byte[] head, int length) {
        return named == null ? wide(head, length) : named;
    }

    /**
     * UTF-16, as Windows redirects it ({@code > app.log} in PowerShell): by its mark, or by two characters of ASCII. A single NUL, or more
     * in a row, are what is left of a truncated log.
     */
    private static @Nullable Charset wide(byte[] head, int length) {
        int first = length < 2 ? 0 : (head[0] & 0xff) << 8 | (head[1] & 0xff);
        if (first == MARK_LITTLE) {
            return StandardCharsets.UTF_16LE;
        }
        if (first == MARK_BIG) {
            return StandardCharsets.UTF_16BE;
        }
        if (length < TELLING || (head[0] == 0) != (head[2] == 0) || (head[1] == 0) != (head[3] == 0)) {
            return null;
        }
        boolean evenAreNul = head[0] == 0;
        boolean oddAreNul = head[1] == 0;
        return evenAreNul == oddAreNul ? null : oddAreNul ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }
}
