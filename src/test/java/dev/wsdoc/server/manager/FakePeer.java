package dev.wsdoc.server.manager;

import dev.wsdoc.server.manager.connection.Peer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A peer without a socket. */
public final class FakePeer implements Peer {
    public final List<String> received = new ArrayList<>();
    public Offer answer = Offer.ACCEPTED;
    public boolean open = true;
    public int pings;
    public int partedWith;

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public Offer offer(ByteBuffer frame) {
        if (answer == Offer.ACCEPTED) {
            received.add(StandardCharsets.UTF_8.decode(frame).toString());
        }
        return answer;
    }

    @Override
    public void ping() {
        pings++;
    }

    @Override
    public void part(int code, String reason) {
        partedWith = code;
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
