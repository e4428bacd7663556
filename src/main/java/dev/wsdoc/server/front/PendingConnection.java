package dev.wsdoc.server.front;

import dev.wsdoc.net.KeyHandler;
import dev.wsdoc.server.manager.policy.Classifier;
import dev.wsdoc.server.manager.policy.Refusal;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An accepted socket that has not said yet what it wants. Loop thread only, until its request head is complete. */
final class PendingConnection implements KeyHandler {
    private static final Logger LOG = LoggerFactory.getLogger(PendingConnection.class);

    private final RequestRouter front;
    private final SocketChannel channel;
    private final InetSocketAddress address;
    private final HeadBuffer received;
    private @Nullable SelectionKey key;

    PendingConnection(RequestRouter front, SocketChannel channel, InetSocketAddress address) {
        this.front = front;
        this.channel = channel;
        this.address = address;
        this.received = new HeadBuffer(front.maxHeaderBytes());
    }

    void registered(SelectionKey registration) {
        key = registration;
        front.arrived(this);
    }

    InetSocketAddress address() {
        return address;
    }

    SocketChannel channel() {
        return channel;
    }

    SelectionKey key() {
        if (key == null) {
            throw new IllegalStateException("the visitor from " + address + " is not registered");
        }
        return key;
    }

    boolean hasSaidSomething() {
        return !received.isEmpty();
    }

    @Override
    public void ready(SelectionKey ready) {
        try {
            read();
        } catch (RuntimeException | OutOfMemoryError e) {
            front.failed(this, e);
        }
    }

    private void read() {
        ByteBuffer in = front.readBuffer();
        try {
            if (channel.read(in) < 0) {
                front.left(this, "the client left before its request was complete");
                return;
            }
        } catch (IOException e) {
            front.left(this, Classifier.describe(e));
            return;
        }
        boolean complete = received.take(in.flip());
        if (received.isRubbish()) {
            front.reject(this, Refusal.badRequest(400, "this is not an HTTP request"));
        } else if (received.isTooLong()) {
            front.reject(
                    this, Refusal.badRequest(431, "the request head is over " + front.maxHeaderBytes() + " bytes"));
        } else if (complete) {
            front.route(this, received);
        }
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("Closing {}: {}", address, Classifier.describe(e));
        }
    }
}
