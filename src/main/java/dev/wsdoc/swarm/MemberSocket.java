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
    private boolean comesAgain; // is read in the next turn, whether the channel is readable or not
    private @Nullable SocketChannel channel;
    private @Nullable Transport preparing; // not ready yet
    private @Nullable Transport transport; // ready
    private @Nullable SelectionKey key;
    private @Nullable SendQueue unsent;
    private int localPort; // 0 until it is connected

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
            member.listener.connecting(member);
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
                connected(opened, member);
            }
        } catch (Throwable t) {
            member.loop.memberEvents.failed(member, t);
        }
    }

    private void connected(SocketChannel opened, Member member) throws IOException {
        localPort = opened.socket().getLocalPort();
        member.listener.connected(member);
        prepare(maker.over(opened), member);
    }

    /** The connection stands; the member hears of it once bytes can be exchanged. */
    private void prepare(Transport carrier, Member member) throws IOException {
        preparing = carrier;
        switch (carrier.prepare()) {
            case READY -> {
                preparing = null;
                transport = carrier;
                updateInterest();
                member.listener.prepared(member, carrier.session());
                member.loop.memberEvents.connected(member);
            }
            case NEEDS_READ -> interest(SelectionKey.OP_READ);
            case NEEDS_WRITE -> interest(SelectionKey.OP_WRITE);
        }
    }

    /** The port that it is connected from; 0 until it is. */
    int localPort() {
        return localPort;
    }

    /** Its two ends; null while it is not connected, and once it is closed. */
    @Nullable
    SocketPair pair() {
        try {
            return channel != null
                            && channel.getLocalAddress() instanceof InetSocketAddress local
                            && channel.getRemoteAddress() instanceof InetSocketAddress remote
                    ? new SocketPair(local, remote)
                    : null;
        } catch (IOException e) {
            LOG.debug("{} is closed", channel, e);
            return null;
        }
    }

    /** Whether it is connected, but its transport is not ready yet. */
    boolean isPreparing() {
        return preparing != null;
    }

    /** The system would take a socket for both families, which costs every IPv4 packet a detour. */
    private static ProtocolFamily family(InetSocketAddress address) {
        return address.getAddress() instanceof Inet4Address
                ? StandardProtocolFamily.INET
                : StandardProtocolFamily.INET6;
    }

    private void ready(SelectionKey key, Member member) {
        try {
            if (transport != null) {
                exchange(key, transport, member);
            } else if (preparing != null) {
                prepare(preparing, member);
            } else if (key.isConnectable() && channel().finishConnect()) {
                connected(channel(), member);
            }
        } catch (Throwable t) {
            member.loop.memberEvents.failed(member, t);
        }
    }

    private void exchange(SelectionKey key, Transport carrier, Member member) throws IOException {
        if (key.isReadable() && !comesAgain) {
            read(carrier, member);
        }
        if (key.isValid() && key.isWritable()) {
            flush(carrier);
        }
    }

    /** Reads what is there, but only a turn's share. */
    private void read(Transport carrier, Member member) throws IOException {
        ByteBuffer in = member.loop.in;
        ReadBudget budget = new ReadBudget();
        int count;
        boolean more;
        do {
            count = carrier.read(in.clear());
            if (count > 0) {
                member.loop.memberEvents.received(member, in.flip());
            }
            more = carrier.mayHaveMore(count, in.capacity())
                    && reading
                    && channel().isOpen();
        } while (more && budget.allowsMoreAfter(count));
        if (count < 0) {
            carrier.answerEnd();
            member.loop.memberEvents.endOfStream(member);
        } else if (more) {
            readInNextTurn(carrier, member);
        }
    }

    /** For what the transport may hold back: the channel need not become readable for it. */
    private void readInNextTurn(Transport carrier, Member member) {
        if (comesAgain) {
            return;
        }
        comesAgain = true;
        member.loop.events.nextTurn(() -> readAgain(carrier, member));
    }

    private void readAgain(Transport carrier, Member member) {
        comesAgain = false;
        try {
            if (reading && channel().isOpen()) {
                read(carrier, member);
            }
        } catch (Throwable t) {
            member.loop.memberEvents.failed(member, t);
        }
    }

    /** Writes what the socket takes and keeps a copy of the rest until it takes more. Returns false when too much waits. */
    boolean write(ByteBuffer bytes) throws IOException {
        if (unsent == null && carrier().write(bytes)) {
            return true;
        }
        if (unsent != null && unsent.isFull()) {
            return false;
        }
        unsent().add(bytes);
        return true;
    }

    /** Writes a pong; one that waits is forgotten for it. */
    boolean writePong(ByteBuffer frame) throws IOException {
        if (unsent == null) {
            return write(frame);
        }
        unsent.addPong(frame);
        return true;
    }

    private SendQueue unsent() {
        SendQueue queue = unsent;
        if (queue == null) {
            queue = new SendQueue();
            unsent = queue;
            updateInterest();
        }
        return queue;
    }

    boolean hasUnsent() {
        return unsent != null;
    }

    private void flush(Transport carrier) throws IOException {
        if (unsent != null && unsent.flush(carrier)) {
            unsent = null;
            updateInterest();
        }
    }

    void endOutput() throws IOException {
        channel().shutdownOutput();
    }

    void stopReading() {
        reading = false;
        updateInterest();
    }

    void resumeReading(Member member) {
        reading = true;
        updateInterest();
        if (transport != null) {
            readInNextTurn(transport, member); // it may have been stopped with something held back
        }
    }

    /** RST: a close with a linger time of 0 discards what is unsent and resets the connection. */
    void reset() {
        try {
            channel().setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException e) {
            LOG.debug("SO_LINGER could not be set on {}", channel, e);
        }
        close();
    }

    /** FIN, after whatever the server sends is read for a while. */
    void drainAndClose(SwarmLoop loop) {
        unsent = null;
        stopReading();
        if (channel != null) {
            new Drain(channel, loop.events, loop.in).begin();
        }
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

    private Transport carrier() throws IOException {
        if (transport == null) {
            throw new IOException("not connected");
        }
        return transport;
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
