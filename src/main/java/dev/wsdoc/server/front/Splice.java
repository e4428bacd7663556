package dev.wsdoc.server.front;

import dev.wsdoc.net.EventLoop;
import dev.wsdoc.net.KeyHandler;
import dev.wsdoc.server.manager.policy.Classifier;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Two sockets whose bytes are passed to each other unchanged. Each direction has one buffer and reads only while that
 * is empty, so a slow reader slows its writer down. Loop thread only.
 */
final class Splice {
    private static final Logger LOG = LoggerFactory.getLogger(Splice.class);
    private static final int BUFFER_BYTES = 16 << 10;

    private final Splices splices;
    private final EventLoop loop;
    private final SocketChannel outer;
    private final SelectionKey outerKey;
    private final InetSocketAddress caller;
    private final Pipe inward;
    private final Pipe outward = new Pipe(ByteBuffer.allocate(BUFFER_BYTES));
    private @Nullable SocketChannel inner;
    private @Nullable SelectionKey innerKey;
    private int innerPort;

    Splice(
            Splices splices,
            EventLoop loop,
            SocketChannel outer,
            SelectionKey outerKey,
            InetSocketAddress caller,
            ByteBuffer first) {
        this.splices = splices;
        this.loop = loop;
        this.outer = outer;
        this.outerKey = outerKey;
        this.caller = caller;
        ByteBuffer buffer = ByteBuffer.allocate(Math.max(BUFFER_BYTES, first.remaining()));
        buffer.put(first);
        this.inward = new Pipe(buffer);
    }

    /** Connects to the HTTP side; the caller is on record there before the first byte is. */
    void connect(InetSocketAddress address) {
        outerKey.attach((KeyHandler) key -> step());
        outerKey.interestOps(0);
        try {
            SocketChannel channel = SocketChannel.open();
            inner = channel;
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            boolean connected = channel.connect(address);
            innerKey = loop.register(channel, SelectionKey.OP_CONNECT, key -> step());
            if (connected) {
                step();
            }
        } catch (IOException e) {
            fail(e);
        }
    }

    private void step() {
        SocketChannel to = inner;
        SelectionKey toKey = innerKey;
        if (to == null || toKey == null) {
            return;
        }
        try {
            if (innerPort == 0 && !finishConnect(to)) {
                return;
            }
            splices.active(this);
            inward.move(outer, to);
            outward.move(to, outer);
            if (outward.isOver()) {
                close();
                return;
            }
            outerKey.interestOps(inward.readInterest() | outward.writeInterest());
            toKey.interestOps(outward.readInterest() | inward.writeInterest());
        } catch (IOException e) {
            fail(e);
        }
    }

    private boolean finishConnect(SocketChannel channel) throws IOException {
        if (!channel.isConnected() && !channel.finishConnect()) {
            return false;
        }
        innerPort = ((InetSocketAddress) channel.getLocalAddress()).getPort();
        splices.callers().add(innerPort, caller);
        return true;
    }

    private void fail(IOException failure) {
        LOG.debug("HTTP connection of {}: {}", caller, Classifier.describe(failure));
        close();
    }

    void close() {
        splices.closed(this);
        closeQuietly(outer);
        if (inner != null) {
            closeQuietly(inner);
        }
        if (innerPort != 0) {
            splices.callers().remove(innerPort);
        }
    }

    private void closeQuietly(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("Closing an HTTP connection of {}: {}", caller, Classifier.describe(e));
        }
    }
}
