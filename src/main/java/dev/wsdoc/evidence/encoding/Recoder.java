package dev.wsdoc.evidence.encoding;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Makes UTF-8 of any other encoding, in whatever pieces it comes. Owned by one thread. */
public final class Recoder {
    private static final int MOST_OF_A_CHARACTER = 16;

    private final CharsetDecoder decoder;
    private ByteBuffer carried = ByteBuffer.allocate(0); // the beginning of a character whose end has not come

    public Recoder(Charset charset) {
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }

    /** The same text as UTF-8, but for a last character that is not whole yet. */
    public byte[] recode(byte[] bytes, int from, int to) {
        ByteBuffer in = ByteBuffer.allocate(carried.remaining() + to - from)
                .put(carried)
                .put(bytes, from, to - from)
                .flip();
        CharBuffer out = room(in.remaining());
        CoderResult result = decoder.decode(in, out, false);
        carried = ByteBuffer.allocate(in.remaining()).put(in).flip();
        return utf8(out, result);
    }

    /** What is left at the end. */
    public byte[] end() {
        CharBuffer out = room(carried.remaining());
        decoder.decode(carried, out, true);
        CoderResult result = decoder.flush(out);
        decoder.reset();
        carried = ByteBuffer.allocate(0);
        return utf8(out, result);
    }

    private CharBuffer room(int bytes) {
        return CharBuffer.allocate((int) Math.ceil(bytes * (double) decoder.maxCharsPerByte()) + MOST_OF_A_CHARACTER);
    }

    private static byte[] utf8(CharBuffer out, CoderResult result) {
        if (result.isOverflow()) {
            throw new IllegalStateException("a text takes more room than its encoding allows for");
        }
        return out.flip().toString().getBytes(StandardCharsets.UTF_8);
    }
}
