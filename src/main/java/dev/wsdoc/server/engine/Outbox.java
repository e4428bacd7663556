package dev.wsdoc.server.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** The bytes that wait to be written to one socket, in order. Empty it holds no memory. Loop thread only. */
final class Outbox {
    private static final int FEW = 4;

    private @Nullable ArrayDeque<ByteBuffer> frames;
    private long bytes;

    void add(ByteBuffer frame) {
        if (frames == null) {
            frames = new ArrayDeque<>(FEW);
        }
        frames.add(frame);
        bytes += frame.remaining();
    }

    long bytes() {
        return bytes;
    }

    boolean isEmpty() {
        return bytes == 0;
    }

    void clear() {
        frames = null;
        bytes = 0;
    }

    /**
     * Writes until the queue is empty or the socket takes no more; returns the bytes written.
     *
     * @param scratch a direct buffer in which small frames are gathered, so that they share one system call
     */
    long writeTo(WritableByteChannel channel, ByteBuffer scratch) throws IOException {
        long written = 0;
        ArrayDeque<ByteBuffer> queue = frames;
        while (queue != null && bytes > 0) {
            int offered = gather(queue, scratch);
            int taken = channel.write(scratch);
            advance(queue, taken);
            written += taken;
            if (taken < offered) {
                return written;
            }
        }
        frames = null;
        return written;
    }

    private static int gather(ArrayDeque<ByteBuffer> queue, ByteBuffer scratch) {
        scratch.clear();
        int end = 0;
        for (ByteBuffer frame : queue) {
            int length = Math.min(frame.remaining(), scratch.capacity() - end);
            scratch.put(end, frame, frame.position(), length);
            end += length;
            if (end == scratch.capacity()) {
                break;
            }
        }
        scratch.limit(end);
        return end;
    }

    private void advance(ArrayDeque<ByteBuffer> queue, int taken) {
        bytes -= taken;
        int left = taken;
        for (ByteBuffer first = queue.peek(); first != null && left >= first.remaining(); first = queue.peek()) {
            left -= first.remaining();
            queue.remove();
        }
        ByteBuffer partly = queue.peek();
        if (partly != null && left > 0) {
            partly.position(partly.position() + left);
        }
    }
}
