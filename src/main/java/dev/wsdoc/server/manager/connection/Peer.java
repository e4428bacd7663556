package dev.wsdoc.server.manager.connection;

import java.nio.ByteBuffer;

/** The far end of a connection, as the manager sees it. Loop thread only; no method blocks or throws. */
public interface Peer {
    /** What became of a frame. */
    enum Offer {
        /** Queued; it is written in this turn of the loop or when the peer reads again. */
        ACCEPTED,
        /** The queue is full for now. */
        FULL,
        /** There is nobody to send to any more. */
        DEAD
    }

    /** Whether the server's side is open: neither cut nor parting. */
    boolean isOpen();

    /** Queues one encoded frame; the buffer is the peer's from then on. */
    Offer offer(ByteBuffer frame);

    /** Queues a ping, unless the peer is dead or far behind. */
    void ping();

    /** Starts the closing handshake (RFC 6455 section 7.1.2); the socket closes when it is done or after a deadline. */
    void part(int code, String reason);

    /** Closes the socket at once; what is queued is lost. */
    void cut();

    /** Bytes read from the socket so far. */
    long bytesIn();

    /** Bytes written to the socket so far. */
    long bytesOut();

    /** Bytes that wait for the peer to read. */
    long queuedBytes();
}
