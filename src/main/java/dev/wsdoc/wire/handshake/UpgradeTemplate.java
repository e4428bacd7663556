package dev.wsdoc.wire.handshake;

import java.nio.ByteBuffer;
import java.util.Base64;

/** An upgrade request with everything but its key encoded: the form for many connections. Immutable, for any thread. */
public final class UpgradeTemplate {

    private static final int KEY_BYTES = 24;

    private final byte[] before;
    private final byte[] after;

    UpgradeTemplate(byte[] before, byte[] after) {
        this.before = before;
        this.after = after;
    }

    /** The bytes of the encoded request; the same for every nonce. */
    public int length() {
        return before.length + KEY_BYTES + after.length;
    }

    /**
     * Puts the request with this nonce of 16 bytes into {@code out}, {@link #length} bytes.
     *
     * @throws IllegalArgumentException if the nonce is not 16 bytes long
     * @throws java.nio.BufferOverflowException if {@code out} has too little room
     */
    public void encode(byte[] nonce16, ByteBuffer out) {
        AcceptKey.checkNonce(nonce16);
        out.put(before).put(Base64.getEncoder().encode(nonce16)).put(after);
    }
}
