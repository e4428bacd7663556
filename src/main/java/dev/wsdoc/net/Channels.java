package dev.wsdoc.net;

import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The channels that a loop watches, and its selector. All but {@link #wakeup} is for the loop's thread. */
final class Channels {
    private static final Logger LOG = LoggerFactory.getLogger(EventLoop.class);

    private final Selector selector;
    private final Runnable beforeEach;
    private final AtomicBoolean wakeupPending = new AtomicBoolean();

    /** @param beforeEach what is done before each ready channel is served */
    Channels(Selector selector, Runnable beforeEach) {
        this.selector = selector;
        this.beforeEach = beforeEach;
    }

    SelectionKey register(SelectableChannel channel, int operations, KeyHandler handler) throws IOException {
        return channel.register(selector, operations, handler);
    }

    /** Ends the waiting of {@link #serve}, the present or the next; from any thread, at little cost when one is under way. */
    void wakeup() {
        if (wakeupPending.compareAndSet(false, true)) {
            selector.wakeup();
        }
    }

    /** Waits at most so long for ready channels, 0 for not at all, and serves each once. */
    void serve(long waitMillis) throws IOException {
        try {
            if (waitMillis == 0) {
                selector.selectNow(this::handle);
            } else {
                selector.select(this::handle, waitMillis);
            }
        } finally {
            wakeupPending.set(false);
        }
    }

    private void handle(SelectionKey key) {
        beforeEach.run();
        try {
            if (key.isValid()) {
                ((KeyHandler) key.attachment()).ready(key);
            }
        } catch (Throwable t) {
            Tasks.report("Handler of " + key.channel() + " failed; closing the channel", t);
            closeQuietly(key.channel());
        }
    }

    /** Closes the channels and the selector; one that was closed before knows its channels no more. */
    void close() {
        if (!selector.isOpen()) {
            return;
        }
        for (SelectionKey key : selector.keys()) {
            closeQuietly(key.channel());
        }
        try {
            selector.close();
        } catch (IOException e) {
            LOG.warn("A selector did not close", e);
        }
    }

    private static void closeQuietly(SelectableChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("Channel {} did not close", channel, e);
        }
    }
}
