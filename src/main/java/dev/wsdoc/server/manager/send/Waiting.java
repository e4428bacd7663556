package dev.wsdoc.server.manager.send;

import dev.wsdoc.server.manager.connection.Peer;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;

/** The messages of one connection that wait for its queue to have room, in their order. */
final class Waiting {
    private final Queue<ByteBuffer> frames = new ArrayDeque<>();
    private long bytes;

    void add(ByteBuffer frame) {
        frames.add(frame);
        bytes += frame.remaining();
    }

    long bytes() {
        return bytes;
    }

    boolean isEmpty() {
        return frames.isEmpty();
    }

    /** Moves as many as the peer takes; true when at least one went. */
    boolean moveTo(Peer peer) {
        boolean moved = false;
        for (ByteBuffer next = frames.peek(); next != null; next = frames.peek()) {
            int size = next.remaining();
            if (peer.offer(next) != Peer.Offer.ACCEPTED) {
                return moved;
            }
            frames.remove();
            bytes -= size;
            moved = true;
        }
        return moved;
    }
}
