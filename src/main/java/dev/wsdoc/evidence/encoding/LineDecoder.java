package dev.wsdoc.evidence.encoding;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Decodes the lines of one log: UTF-8, and what a line that is none is found to be. Owned by one thread. */
public final class LineDecoder {
    private static final char REPLACED = '\ufffd';

    private @Nullable ForeignText foreign; // most logs have none

    /** A whole line without its end. */
    public String decode(byte[] bytes, int from, int to) {
        String line = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        if (line.indexOf(REPLACED) < 0 || isUtf8(bytes, from, to)) {
            return line;
        }
        if (foreign == null) {
            foreign = new ForeignText();
        }
        return new String(bytes, from, to - from, foreign.charset(bytes, from, to));
    }

    private static boolean isUtf8(byte[] bytes, int from, int to) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
