package dev.wsdoc.wire.handshake;

/** Whether a client offers to compress messages. */
public enum Compression {
    /** No extension is offered. */
    NONE,
    /**
     * {@code permessage-deflate} (RFC 7692) without parameters: the server may keep its context and choose its window, and
     * may not ask the client for a smaller window, which Java's {@link java.util.zip.Deflater} could not keep to.
     */
    PERMESSAGE_DEFLATE
}
