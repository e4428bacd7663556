package dev.wsdoc.swarm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * What carries a member's bytes over its connected, non-blocking channel. It never closes the channel: how a connection ends
 * is the socket's business. Owned by the member's loop.
 */
interface Transport {
    /** How far the preparation has come. */
    enum Progress {
        READY,
        NEEDS_READ,
        NEEDS_WRITE
    }

    /** Makes one for a channel that is connected. */
    interface Maker {
        Transport over(SocketChannel channel) throws IOException;
    }

    /** Goes on with what must be exchanged before bytes can be; to be called again when the channel is ready for it. */
    Progress prepare() throws IOException;

    /** What was agreed on in TLS, once it is ready; null where there is none. */
    default @Nullable SSLSession session() {
        return null;
    }

    /** Reads what is there: the number of bytes, 0 for none now, -1 at the end of the stream. */
    int read(ByteBuffer in) throws IOException;

    /** Whether another read is needed before waiting for the channel. */
    boolean mayHaveMore(int count, int capacity);

    /**
     * Writes, after what earlier writes left behind.
     *
     * @return whether everything has gone; if not, the rest of {@code bytes}, be it empty, is to be written again
     */
    boolean write(ByteBuffer bytes) throws IOException;

    /** The server has ended its side; a good client's last words, if the transport has any. */
    void answerEnd();
}
