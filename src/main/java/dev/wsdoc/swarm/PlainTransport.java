package dev.wsdoc.swarm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** Bytes as they are. */
record PlainTransport(SocketChannel channel) implements Transport {
    @Override
    public Progress prepare() {
        return Progress.READY;
    }

    @Override
    public int read(ByteBuffer in) throws IOException {
        return channel.read(in);
    }

    /** A buffer that is not full has emptied the channel. */
    @Override
    public boolean mayHaveMore(int count, int capacity) {
        return count == capacity;
    }

    @Override
    public boolean write(ByteBuffer bytes) throws IOException {
        channel.write(bytes);
        return !bytes.hasRemaining();
    }

    @Override
    public void answerEnd() {}
}
