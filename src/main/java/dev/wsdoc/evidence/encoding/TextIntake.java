package dev.wsdoc.evidence.encoding;

import java.nio.charset.Charset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Takes the bytes of a log in pieces and gives them back so that they can be cut at newlines: as they are, or as UTF-8 where the log's
 * encoding asks for that. A mark at its beginning (U+FEFF) is dropped. Owned by one thread.
 */
public final class TextIntake {
    private static final byte[] NOTHING = {};
    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final Encoding encoding;
    private byte[] head = NOTHING; // until there is enough of it to tell
    private boolean begun;
    private @Nullable Recoder recoder;

    /** At a log's beginning. */
    public TextIntake(Encoding encoding) {
        this.encoding = encoding;
    }

    /** Within a log that began like this. */
    public static TextIntake within(Encoding encoding, byte[] head) {
        TextIntake intake = new TextIntake(encoding);
        intake.begin(head);
        return intake;
    }

    /** Whether bytes come back as they are, so that there is no need to hand them over. */
    public boolean isPlain() {
        return begun && recoder == null;
    }

    /** What can be cut by now. */
    public byte[] take(byte[] bytes, int from, int to) {
        if (begun) {
            return recoded(bytes, from, to);
        }
        byte[] all = Arrays.copyOf(head, head.length + to - from);
        System.arraycopy(bytes, from, all, head.length, to - from);
        head = all;
        return all.length < Encoding.TELLING ? NOTHING : beginning();
    }

    /** What was held back; no more will come. */
    public byte[] end() {
        byte[] held = begun ? NOTHING : beginning();
        if (recoder == null) {
            return held;
        }
        byte[] rest = recoder.end();
        byte[] all = Arrays.copyOf(held, held.length + rest.length);
        System.arraycopy(rest, 0, all, held.length, rest.length);
        return all;
    }

    private byte[] beginning() {
        byte[] first = head;
        begin(first);
        head = NOTHING;
        byte[] text = recoded(first, 0, first.length);
        return Arrays.mismatch(text, MARK) == MARK.length || Arrays.equals(text, MARK)
                ? Arrays.copyOfRange(text, MARK.length, text.length)
                : text;
    }

    private void begin(byte[] first) {
        begun = true;
        Charset charset = encoding.whole(first, first.length);
        recoder = charset == null ? null : new Recoder(charset);
    }

    private byte[] recoded(byte[] bytes, int from, int to) {
        return recoder == null ? Arrays.copyOfRange(bytes, from, to) : recoder.recode(bytes, from, to);
    }
}
