package dev.wsdoc.server.front;

import dev.wsdoc.net.EventLoop;
import dev.wsdoc.net.KeyHandler;
import dev.wsdoc.server.manager.policy.Classifier;
import dev.wsdoc.server.manager.policy.Mishap;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.slf4j.Logger;

/**
 * Accepts connections, many in one go. When the process runs out of descriptors it pauses instead of spinning: the
 * waiting ones stay in the backlog. Loop thread only.
 */
public final class Acceptor implements KeyHandler {
    private static final int BACKLOG = 4_096;
    private static final int BATCH = 256;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final EventLoop loop;
    private final ServerSocketChannel listener;
    private final RequestRouter front;
    private final Logger log;
    private boolean inTrouble;

    private Acceptor(EventLoop loop, ServerSocketChannel listener, RequestRouter front, Logger log) {
        this.loop = loop;
        this.listener = listener;
        this.front = front;
        this.log = log;
    }

    /**
     * Opens the port.
     *
     * @throws java.net.BindException when the port is taken or not allowed
     */
    public static ServerSocketChannel listen(InetSocketAddress address) throws IOException {
        ServerSocketChannel listener = ServerSocketChannel.open();
        try {
            listener.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            listener.bind(address, BACKLOG);
            listener.configureBlocking(false);
            return listener;
        } catch (IOException | RuntimeException e) {
            listener.close();
            throw e;
        }
    }

    /** Starts accepting. Loop thread only. */
    public static void start(EventLoop loop, ServerSocketChannel listener, RequestRouter front, Logger log)
            throws IOException {
        Acceptor acceptor = new Acceptor(loop, listener, front, log);
        acceptor.rehearse();
        loop.register(listener, SelectionKey.OP_ACCEPT, acceptor);
    }

    /** Loads what trouble will need: without a free descriptor no class file could be opened then. */
    private void rehearse() {
        IOException trouble = new IOException("Too many open files");
        log.trace("Rehearsed: {} {}", Classifier.classify(trouble), Classifier.describe(trouble));
    }

    @Override
    public void ready(SelectionKey key) {
        try {
            for (int i = 0; i < BATCH; i++) {
                SocketChannel channel = listener.accept();
                if (channel == null) {
                    break;
                }
                welcome(channel);
            }
            if (inTrouble) {
                inTrouble = false;
                log.info("Accepting connections again");
            }
        } catch (ClosedChannelException e) {
            log.debug("The port is closed: {}", Classifier.describe(e));
        } catch (IOException | RuntimeException | LinkageError e) { // LinkageError: no descriptor to read a class with
            pause(key, e);
        } catch (OutOfMemoryError e) { // without this the loop would close the port
            pause(key, e);
            Mishap.report(log, "Accepting on {} failed for want of memory", listener, e);
        }
    }

    private void welcome(SocketChannel channel) throws IOException {
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            InetSocketAddress address = (InetSocketAddress) channel.getRemoteAddress();
            PendingConnection pending = new PendingConnection(front, channel, address);
            pending.registered(loop.register(channel, SelectionKey.OP_READ, pending));
        } catch (IOException e) {
            log.debug("A connection ended while it was accepted: {}", Classifier.describe(e));
            channel.close();
        }
    }

    private void pause(SelectionKey key, Throwable failure) {
        key.interestOps(0);
        loop.schedule(PAUSE, () -> resume(key));
        if (!inTrouble) {
            inTrouble = true;
            log.warn("Cannot accept connections for now: {}", Classifier.describe(failure));
        }
    }

    private static void resume(SelectionKey key) {
        if (key.isValid()) {
            key.interestOps(SelectionKey.OP_ACCEPT);
        }
    }
}
