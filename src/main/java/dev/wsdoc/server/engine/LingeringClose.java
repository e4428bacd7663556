package dev.wsdoc.server.engine;

import dev.wsdoc.net.EventLoop;
import dev.wsdoc.net.KeyHandler;
import dev.wsdoc.server.manager.policy.Mishap;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sockets with nothing left to do but to send their last bytes and go. Closing one right after its last write could
 * destroy those bytes: unread input makes the system send a reset, which overtakes them. So the server ends its side
 * (FIN), throws away what still comes, and closes when the peer has ended its side too, or at the deadline. Loop thread
 * only.
 */
public final class LingeringClose {
    private static final Logger LOG = LoggerFactory.getLogger(LingeringClose.class);

    private final Deadlines<Parting> deadlines;
    private final ByteBuffer scratch;
    private final Logger log;
    private final ByteBuffer rubbish = ByteBuffer.allocateDirect(64 << 10);
    private Runnable whenEmpty = () -> {};

    /**
     * Nobody is on the way out yet.
     *
     * @param scratch the loop's shared direct buffer for writing
     * @param log the server's
     */
    public LingeringClose(EventLoop loop, Duration deadline, ByteBuffer scratch, Logger log) {
        this.deadlines = new Deadlines<>(loop, deadline, Parting::close, log);
        this.scratch = scratch;
        this.log = log;
    }

    /** Takes a socket over for its last bytes. */
    public void part(SocketChannel channel, SelectionKey key, ByteBuffer last) {
        Outbox outbox = new Outbox();
        outbox.add(last);
        part(channel, key, outbox);
    }

    void part(SocketChannel channel, SelectionKey key, Outbox outbox) {
        Parting parting = new Parting(channel, key, outbox);
        deadlines.start(parting);
        key.attach(parting);
        parting.begin();
    }

    /** Sockets that are still on their way out. */
    public int size() {
        return deadlines.size();
    }

    /** Calls back as soon as there are none. */
    public void whenEmpty(Runnable callback) {
        whenEmpty = callback;
        tellIfEmpty();
    }

    private void tellIfEmpty() {
        if (deadlines.size() == 0) {
            whenEmpty.run();
        }
    }

    private final class Parting implements KeyHandler {
        private final SocketChannel channel;
        private final SelectionKey key;
        private final Outbox outbox;

        Parting(SocketChannel channel, SelectionKey key, Outbox outbox) {
            this.channel = channel;
            this.key = key;
            this.outbox = outbox;
        }

        void begin() {
            try {
                write();
            } catch (IOException e) {
                close();
            }
        }

        @Override
        public void ready(SelectionKey ready) {
            try {
                if (ready.isWritable()) {
                    write();
                }
                if (ready.isValid() && ready.isReadable() && discard() < 0) {
                    close();
                }
            } catch (IOException e) {
                LOG.debug("Parting from {}: {}", channel, e.getMessage());
                close();
            } catch (RuntimeException | OutOfMemoryError e) {
                close();
                Mishap.report(log, "Parting from {} failed; it is cut off", channel, e);
            }
        }

        private void write() throws IOException {
            outbox.writeTo(channel, scratch);
            if (outbox.isEmpty()) {
                channel.shutdownOutput();
                key.interestOps(SelectionKey.OP_READ);
            } else {
                key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
            }
        }

        private int discard() throws IOException {
            rubbish.clear();
            return channel.read(rubbish);
        }

        private void close() {
            deadlines.remove(this);
            try {
                channel.close();
            } catch (IOException e) {
                LOG.debug("Closing {}: {}", channel, e.getMessage());
            }
            tellIfEmpty();
        }
    }
}
