package dev.wsdoc.swarm;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A member's socket: bytes that wait to be written, and the ways to end it. These are TCP's, under TLS too: whoever dies says
 * no goodbye. Owned by the member's loop.
 */
final class MemberSocket {
    private static final Logger LOG = LoggerFactory.getLogger(MemberSocket.class);

    private final InetSocketAddress address;
    private final @Nullable InetSocketAddress source;
    private final int receiveBuffer;
    private final Transport.Maker maker;
    private boolean reading = true;
    private boolean ready;
    private @Nullable SocketChannel channel;
    private @Nullable Transport transport;
    private @Nullable SelectionKey key;
    private @Nullable Queue<ByteBuffer> unsent;

    /**
     * @param source local address to connect from, null for the system's choice
     * @param receiveBuffer bytes that the kernel is to keep, 0 for the system's choice
     * @param maker of what carries the bytes once the socket is connected
     */
    MemberSocket(
            InetSocketAddress address, @Nullable InetSocketAddress source, int receiveBuffer, Transport.Maker maker) {
        this.address = address;
        this.source = source;
        this.receiveBuffer = receiveBuffer;
        this.maker = maker;
    }

    /** Starts to connect for the member; on loopback the connection often stands at once. */
    void connect(Member member) {
        try {
            SocketChannel opened = SocketChannel.open(family(address));
            channel = opened;
            opened.configureBlocking(false);
            opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
            if (receiveBuffer > 0) {
                opened.setOption(StandardSocketOptions.SO_RCVBUF, receiveBuffer);
            }
            if (source != null) {
                opened.bind(source);
            }
            boolean connected = opened.connect(address) || opened.finishConnect();
            int interest = connected ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT;
            key = member.loop.events.register(opened, interest, ready -> ready(ready, member));
            if (connected) {
                prepare(maker.over(opened), member);
            }
        } catch (IOException | RuntimeException e) {
            member.loop.memberEvents.failed(member, e);
        }
    }

    /** The connection stands; the member hears of it once bytes can be exchanged. */
    private void prepare(Transport carrier, Member member) throws IOException {
        transport = carrier;
        switch (carrier.prepare()) {
            case READY -> {
                ready = true;
                updateInterest();
                member.loop.memberEvents.connected(member);
            }
            case NEEDS_READ -> interest(SelectionKey.OP_READ);
            case NEEDS_WRITE -> interest(SelectionKey.OP_WRITE);
        }
    }

    /** Whether it is connected, but its transport is not ready yet. */
    boolean isPreparing() {
        return transport != null && !ready;
    }

    /** The system would take a socket for both families, which costs every IPv4 packet a detour. */
    private static ProtocolFamily family(InetSocketAddress address) {
        return address.getAddress() instanceof Inet4Address
                ? StandardProtocolFamily.INET
                : StandardProtocolFamily.INET6;
    }

    private void ready(SelectionKey key, Member member) {
        try {
            if (transport != null && ready) {
                exchange(key, transport, member);
            } else if (transport != null) {
                prepare(transport, member);
            } else if (key.isConnectable() && channel().finishConnect()) {
                prepare(maker.over(channel()), member);
            }
        } catch (IOException e) {
            member.loop.memberEvents.failed(member, e);
        } catch (RuntimeException e) {
            LOG.error("A listener failed; the connection is given up", e);
            member.loop.memberEvents.failed(member, e);
        }
    }

    private void exchange(SelectionKey key, Transport carrier, Member member) throws IOException {
        if (key.isReadable()) {
            read(carrier, member);
        }
        if (key.isValid() && key.isWritable()) {
            flush(carrier);
        }
    }

    private void read(Transport carrier, Member member) throws IOException {
        ByteBuffer in = member.loop.in;
        int count;
        do {
            count = carrier.read(in.clear());
            if (count > 0) {
                member.loop.memberEvents.received(member, in.flip());
            }
        } while (carrier.mayHaveMore(count, in.capacity()) && channel().isOpen());
        if (count < 0) {
            carrier.answerEnd();
            member.loop.memberEvents.endOfStream(member);
        }
    }

    /** Writes what the socket takes and keeps a copy of the rest until it takes more. */
    void write(ByteBuffer bytes) throws IOException {
        if (transport == null) {
            throw new IOException("not connected");
        }
        if (unsent == null && transport.write(bytes)) {
            return;
        }
        if (unsent == null) {
            unsent = new ArrayDeque<>();
            updateInterest();
        }
        // an empty rest too: the transport has kept bytes of its own, which the next write sends
        unsent.add(ByteBuffer.allocate(bytes.remaining()).put(bytes).flip());
    }

    boolean hasUnsent() {
        return unsent != null;
    }

    private void flush(Transport carrier) throws IOException {
        Queue<ByteBuffer> queue = unsent;
        if (queue == null) {
            return;
        }
        for (ByteBuffer next = queue.peek(); next != null; next = queue.peek()) {
            if (!carrier.write(next)) {
                return;
            }
            queue.remove();
        }
        unsent = null;
        updateInterest();
    }

    void endOutput() throws IOException {
        channel().shutdownOutput();
    }

    void stopReading() {
        reading = false;
        updateInterest();
    }

    void resumeReading() {
        reading = true;
        updateInterest();
    }

    /** RST: a close with a linger time of 0 discards what is unsent and resets the connection. */
    void reset() {
        try {
            if (channel != null && channel.isOpen()) {
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            }
        } catch (IOException e) {
            LOG.debug("SO_LINGER could not be set on {}", channel, e);
        }
        close();
    }

    /** FIN: a close with unread bytes would send an RST instead, so they are read first. */
    void drainAndClose(ByteBuffer scratch) {
        try {
            while (channel != null && channel.isOpen() && channel.read(scratch.clear()) > 0) {
                LOG.trace("Read what was left of {}", channel);
            }
        } catch (IOException e) {
            LOG.debug("Nothing more to read from {}", channel, e);
        }
        close();
    }

    void close() {
        unsent = null;
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            LOG.debug("{} did not close", channel, e);
        }
    }

    private SocketChannel channel() throws IOException {
        if (channel == null) {
            throw new IOException("not connected");
        }
        return channel;
    }

    private void updateInterest() {
        interest((reading ? SelectionKey.OP_READ : 0) | (unsent == null ? 0 : SelectionKey.OP_WRITE));
    }

    private void interest(int operations) {
        if (key != null && key.isValid()) {
            key.interestOps(operations);
        }
    }
}
