package dev.wsdoc.server.manager.connection;

import java.nio.ByteBuffer;

/** What is left of a peer whose socket is closed, so that a stale connection does not hold its buffers. */
public record ClosedPeer(long bytesIn, long bytesOut) implements Peer {
    @Override
    public boolean isOpen() {
        return false;
    }

    @Override
    public Offer offer(ByteBuffer frame) {
        return Offer.DEAD;
    }

    @Override
    public void ping() {
        // nobody is there
    }

    @Override
    public void part(int code, String reason) {
        // it has gone
    }

    @Override
    public void cut() {
        // it is closed
    }

    @Override
    public long queuedBytes() {
        return 0;
    }
}
