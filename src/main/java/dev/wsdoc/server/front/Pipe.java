package dev.wsdoc.server.front;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** One direction of a splice: a buffer that is filled when it is empty and emptied when it is not. */
final class Pipe {
    private final ByteBuffer buffer;
    private boolean sourceEnded;
    private boolean endPassedOn;

    /** @param buffer with its first bytes in it, ready for more */
    Pipe(ByteBuffer buffer) {
        this.buffer = buffer.flip();
    }

    /** Passes on what can be passed on now, the end of the stream included. */
    void move(SocketChannel from, SocketChannel to) throws IOException {
        write(to);
        if (!buffer.hasRemaining() && !sourceEnded) {
            buffer.clear();
            sourceEnded = from.read(buffer) < 0;
            buffer.flip();
            write(to);
        }
        if (isDrained() && !endPassedOn) {
            endPassedOn = true;
            to.shutdownOutput();
        }
    }

    private void write(SocketChannel to) throws IOException {
        if (buffer.hasRemaining()) {
            to.write(buffer);
        }
    }

    private boolean isDrained() {
        return sourceEnded && !buffer.hasRemaining();
    }

    /** Whether the source has ended and all its bytes are passed on. */
    boolean isOver() {
        return endPassedOn;
    }

    int readInterest() {
        return sourceEnded || buffer.hasRemaining() ? 0 : SelectionKey.OP_READ;
    }

    int writeInterest() {
        return buffer.hasRemaining() ? SelectionKey.OP_WRITE : 0;
    }
}
