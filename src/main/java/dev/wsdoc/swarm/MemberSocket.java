package dev.wsdoc.swarm;

import dev.wsdoc.net.EventLoop;
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

/** A member's TCP socket: bytes that wait to be written, and the ways to end it. Owned by the member's loop. */
final class MemberSocket {
    private static final Logger LOG = LoggerFactory.getLogger(MemberSocket.class);

    private final InetSocketAddress address;
    private final @Nullable InetSocketAddress source;
    private final int receiveBuffer;
    private boolean reading = true;
    private @Nullable SocketChannel channel;
    private @Nullable SelectionKey key;
    private @Nullable Queue<ByteBuffer> unsent;

    /**
     * @param source local address to connect from, null for the system's choice
     * @param receiveBuffer bytes that the kernel is to keep, 0 for the system's choice
     */
    MemberSocket(InetSocketAddress address, @Nullable InetSocketAddress source, int receiveBuffer) {
        this.address = address;
        this.source = source;
        this.receiveBuffer = receiveBuffer;
    }

    /** Starts to connect for the member; on loopback the connection often stands at once. */
    void connect(EventLoop loop, Member member) {
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
            key = loop.register(opened, interest, ready -> ready(ready, member));
            if (connected) {
                member.connected();
            }
        } catch (IOException | RuntimeException e) {
            member.failed(e);
        }
    }

    /** The system would take a socket for both families, which costs every IPv4 packet a detour. */
    private static ProtocolFamily family(InetSocketAddress address) {
        return address.getAddress() instanceof Inet4Address
                ? StandardProtocolFamily.INET
                : StandardProtocolFamily.INET6;
    }

    private void ready(SelectionKey ready, Member member) {
        try {
            if (ready.isConnectable() && channel().finishConnect()) {
                interest(SelectionKey.OP_READ);
                member.connected();
            }
            if (ready.isValid() && ready.isReadable()) {
                read(member);
            }
            if (ready.isValid() && ready.isWritable()) {
                flush();
            }
        } catch (IOException e) {
            member.failed(e);
        } catch (RuntimeException e) {
            LOG.error("A listener failed; the connection is given up", e);
            member.failed(e);
        }
    }

    private void read(Member member) throws IOException {
        ByteBuffer in = member.loop().in;
        int count;
        do {
            count = channel().read(in.clear());
            if (count > 0) {
                member.received(in.flip());
            }
        } while (count == in.capacity() && channel().isOpen());
        if (count < 0) {
            member.endOfStream();
        }
    }

    /** Writes what the socket takes and keeps a copy of the rest until it takes more. */
    void write(ByteBuffer bytes) throws IOException {
        if (unsent == null) {
            channel().write(bytes);
        }
        if (bytes.hasRemaining()) {
            if (unsent == null) {
                unsent = new ArrayDeque<>();
                addInterest(SelectionKey.OP_WRITE);
            }
            unsent.add(ByteBuffer.allocate(bytes.remaining()).put(bytes).flip());
        }
    }

    boolean hasUnsent() {
        return unsent != null;
    }

    private void flush() throws IOException {
        Queue<ByteBuffer> queue = unsent;
        if (queue == null) {
            return;
        }
        for (ByteBuffer next = queue.peek(); next != null; next = queue.peek()) {
            channel().write(next);
            if (next.hasRemaining()) {
                return;
            }
            queue.remove();
        }
        unsent = null;
        interest(reading ? SelectionKey.OP_READ : 0);
    }

    void endOutput() throws IOException {
        channel().shutdownOutput();
    }

    void stopReading() {
        reading = false;
        interest(unsent == null ? 0 : SelectionKey.OP_WRITE);
    }

    void resumeReading() {
        reading = true;
        addInterest(SelectionKey.OP_READ);
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

    private void addInterest(int operation) {
        if (key != null && key.isValid()) {
            interest(key.interestOps() | operation);
        }
    }

    private void interest(int operations) {
        if (key != null && key.isValid()) {
            key.interestOps(operations);
        }
    }
}
