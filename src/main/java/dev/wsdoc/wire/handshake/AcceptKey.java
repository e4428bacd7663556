package dev.wsdoc.wire.handshake;

import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Computes what a server must answer to a nonce: the Base64 of SHA-1 of the key and a fixed text (RFC 6455 4.2.2 step 5.4).
 * It owns the digest and its scratch bytes, so one per event loop does for all its connections; not thread-safe.
 */
public final class AcceptKey {

    private static final byte[] GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11".getBytes(StandardCharsets.US_ASCII);
    private static final int NONCE_BYTES = 16;

    private final MessageDigest sha1;
    private final byte[] hash = new byte[20];
    private final byte[] encoded = new byte[28];

    /** A digest of one's own. */
    public AcceptKey() {
        try {
            sha1 = MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    /** Whether these bytes, without white space around them, are the accept key for the nonce. */
    public boolean matches(byte[] nonce16, byte[] value) {
        return Arrays.equals(compute(nonce16), value);
    }

    /** {@link #matches(byte[], byte[])} for a header's value as text. */
    public boolean matches(byte[] nonce16, String value) {
        byte[] right = compute(nonce16);
        if (value.length() != right.length) {
            return false;
        }
        for (int i = 0; i < right.length; i++) {
            if (value.charAt(i) != right[i]) {
                return false;
            }
        }
        return true;
    }

    /** The right accept key for the nonce, 28 characters. */
    public static String expected(byte[] nonce16) {
        return new String(new AcceptKey().compute(nonce16), StandardCharsets.US_ASCII);
    }

    static void checkNonce(byte[] nonce16) {
        if (nonce16.length != NONCE_BYTES) {
            throw new IllegalArgumentException("a nonce of " + nonce16.length + " bytes, RFC 6455 4.1 wants 16");
        }
    }

    private byte[] compute(byte[] nonce16) {
        checkNonce(nonce16);
        sha1.update(Base64.getEncoder().encode(nonce16));
        sha1.update(GUID);
        try {
            sha1.digest(hash, 0, hash.length);
        } catch (DigestException e) {
            throw new IllegalStateException("SHA-1 has 20 bytes", e);
        }
        Base64.getEncoder().encode(hash, encoded);
        return encoded;
    }
}
