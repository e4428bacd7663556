package dev.wsdoc.bench;

import dev.wsdoc.server.manager.connection.Peer;
import java.nio.ByteBuffer;

/** A peer without a socket that takes everything and says nothing, until it is cut off. */
final class IdlePeer implements Peer {
    private boolean open = true;

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public Offer offer(ByteBuffer frame) {
        return open ? Offer.ACCEPTED : Offer.DEAD;
    }

    @Override
    public void ping() {}

    @Override
    public void part(int code, String reason) {
        open = false;
    }

    @Override
    public void cut() {
        open = false;
    }

    @Override
    public long bytesIn() {
        return 0;
    }

    @Override
    public long bytesOut() {
        return 0;
    }

    @Override
    public long queuedBytes() {
        return 0;
    }
}
