package dev.wsdoc.swarm;

import dev.wsdoc.net.EventLoop;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of a socket that is to send a FIN: a close with unread bytes would send an RST instead, so they are read first, a
 * share in each turn of the loop. Owned by the loop's thread; gone when the channel is closed.
 */
final class Drain {
    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);
    private static final int TURNS = 16; // a server that streams without end is not heard out

    private final SocketChannel channel;
    private final EventLoop loop;
    private final ByteBuffer scratch;
    private int turns;

    /** @param scratch to read into, the loop's */
    Drain(SocketChannel channel, EventLoop loop, ByteBuffer scratch) {
        this.channel = channel;
        this.loop = loop;
        this.scratch = scratch;
    }

    /** Reads what is there and closes the channel; where more keeps coming, the FIN goes first and the close follows. */
    void begin() {
        takeTurn();
    }

    private void takeTurn() {
        if (!channel.isOpen()) {
            return;
        }
        try {
            boolean more = readShare();
            if (more && turns++ == 0) {
                channel.shutdownOutput();
            }
            if (more && turns < TURNS) {
                loop.nextTurn(this::takeTurn);
                return;
            }
        } catch (IOException e) {
            LOG.debug("Nothing more to read from {}", channel, e);
        }
        close();
    }

    /** Whether there may be more. */
    private boolean readShare() throws IOException {
        int count;
        ReadBudget budget = new ReadBudget();
        do {
            count = channel.read(scratch.clear());
        } while (count > 0 && budget.allowsMoreAfter(count));
        return count > 0;
    }

    private void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("{} did not close", channel, e);
        }
    }
}
