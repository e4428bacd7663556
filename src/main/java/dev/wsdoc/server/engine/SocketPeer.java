package dev.wsdoc.server.engine;

import dev.wsdoc.model.Category;
import dev.wsdoc.net.KeyHandler;
import dev.wsdoc.server.manager.PeerEvents;
import dev.wsdoc.server.manager.connection.Peer;
import dev.wsdoc.server.manager.connection.Ticket;
import dev.wsdoc.server.manager.policy.Classifier;
import dev.wsdoc.server.manager.policy.Mishap;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.java_websocket.framing.PingFrame;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The socket of one connection: reads for the session, writes what is queued. Loop thread only, from the handshake
 * until the socket is closed or handed over for its parting.
 */
final class SocketPeer implements KeyHandler, Peer {
    private static final Logger LOG = LoggerFactory.getLogger(SocketPeer.class);

    private enum Phase {
        OPEN,
        /** The socket failed; the manager has been told and decides what follows. */
        BROKEN,
        /** Closed, or on its way out. */
        GONE
    }

    private final LoopContext context;
    private final SocketChannel channel;
    private final SelectionKey key;
    private final ProtocolSession protocol;
    private final Outbox outbox = new Outbox();
    private Phase phase = Phase.OPEN;
    private boolean flushPending;
    private long bytesIn;
    private long bytesOut;

    SocketPeer(LoopContext context, PeerEvents events, Ticket ticket, SocketChannel channel, SelectionKey key) {
        this.context = context;
        this.channel = channel;
        this.key = key;
        this.protocol = new ProtocolSession(context, events, ticket, this);
    }

    /**
     * Starts with the handshake.
     *
     * @param headBytes read from the socket for it
     */
    void begin(ByteBuffer head, ByteBuffer rest, long headBytes) {
        bytesIn = headBytes + rest.remaining();
        try {
            protocol.begin(head, rest);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            stumble(e);
        }
    }

    @Override
    public void ready(SelectionKey ready) {
        try {
            if (ready.isReadable()) {
                read();
            }
            if (ready.isValid() && ready.isWritable()) {
                flush();
            }
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            stumble(e);
        }
    }

    /** A bug of ours or of the engine's: this connection pays for it, and no other. */
    private void stumble(Throwable bug) {
        fail(); // first: there may be no memory for a line of the log
        Mishap.report(context.log(), "Handling {} failed; it is cut off", protocol.id(), bug);
        protocol.ended(bug instanceof OutOfMemoryError ? Category.RESOURCES : Category.UNEXPECTED, bug.toString());
    }

    private void read() {
        ByteBuffer in = context.readBuffer();
        int count;
        try {
            count = channel.read(in);
        } catch (IOException e) {
            fail();
            protocol.ended(Classifier.classify(e), Classifier.describe(e));
            return;
        }
        if (count < 0) {
            key.interestOps(key.interestOps() & ~SelectionKey.OP_READ);
            protocol.ended(Category.END_OF_STREAM, "the peer ended its side without a close frame");
            return;
        }
        bytesIn += count;
        protocol.heard(in.flip());
    }

    private void fail() {
        if (phase == Phase.OPEN) {
            phase = Phase.BROKEN;
            outbox.clear();
            protocol.release();
            if (key.isValid()) {
                key.interestOps(0);
            }
        }
    }

    /** Whether frames still go both ways. */
    boolean isTalking() {
        return phase == Phase.OPEN;
    }

    @Override
    public boolean isOpen() {
        return phase != Phase.GONE;
    }

    @Override
    public Offer offer(ByteBuffer frame) {
        if (phase != Phase.OPEN) {
            return Offer.DEAD;
        }
        if (!outbox.isEmpty() && outbox.bytes() + frame.remaining() > context.maxQueuedBytes()) {
            return Offer.FULL;
        }
        enqueue(frame);
        return Offer.ACCEPTED;
    }

    /** Queues without regard to the limit: the few frames that the engine makes itself. */
    void enqueue(ByteBuffer frame) {
        outbox.add(frame);
        if (!flushPending && phase == Phase.OPEN) {
            flushPending = true;
            context.flushLater(this);
        }
    }

    /** The flush that was asked for; nothing that goes wrong with it reaches the others in the queue. */
    void flushNow() {
        flushPending = false;
        try {
            flush();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            stumble(e);
        }
    }

    /** Writes what the socket takes, and asks to be told of room for the rest. */
    private void flush() {
        if (phase != Phase.OPEN || outbox.isEmpty()) {
            return;
        }
        try {
            bytesOut += outbox.writeTo(channel, context.scratch());
        } catch (IOException e) {
            fail();
            protocol.writeFailed(Classifier.classify(e), Classifier.describe(e));
            return;
        }
        int now = key.interestOps();
        int wanted = outbox.isEmpty() ? now & ~SelectionKey.OP_WRITE : now | SelectionKey.OP_WRITE;
        if (wanted != now) {
            key.interestOps(wanted);
        }
    }

    @Override
    public void ping() {
        offer(context.encode(new PingFrame()));
    }

    @Override
    public void part(int code, String reason) {
        if (phase == Phase.OPEN) {
            protocol.close(code, reason);
        }
        cut(); // which only matters when the socket could not be handed over
    }

    /** Gives the socket away with what is still to be written. */
    void handOver() {
        if (phase == Phase.OPEN) {
            phase = Phase.GONE;
            protocol.release();
            context.lingering().part(channel, key, outbox);
        }
    }

    @Override
    public void cut() {
        if (phase == Phase.GONE) {
            return;
        }
        phase = Phase.GONE;
        outbox.clear();
        protocol.release();
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("Closing {}: {}", protocol.id(), Classifier.describe(e));
        }
    }

    InetSocketAddress localAddress() {
        return (InetSocketAddress) channel.socket().getLocalSocketAddress();
    }

    @Override
    public long bytesIn() {
        return bytesIn;
    }

    @Override
    public long bytesOut() {
        return bytesOut;
    }

    @Override
    public long queuedBytes() {
        return outbox.bytes();
    }
}
