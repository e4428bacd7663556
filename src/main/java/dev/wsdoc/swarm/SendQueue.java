package dev.wsdoc.swarm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What a member's socket did not take: bytes in their order, and after them at most one pong, since RFC 6455 section 5.5.3
 * lets the newest ping alone be answered. Lives while something waits; owned by the member's loop.
 */
final class SendQueue {
    private static final int CHUNK = 4 * 1024; // small frames share one
    private static final int PER_TURN = 256 * 1024;

    private final Deque<ByteBuffer> chunks = new ArrayDeque<>();
    private @Nullable ByteBuffer pong;
    private long bytes;

    /** Whether so much waits that there is no sense in more. */
    boolean isFull() {
        return bytes > SwarmOptions.MAX_UNSENT_BYTES;
    }

    /** Adds a copy, after the pong that waits; an empty one too, for what the transport itself has kept back. */
    void add(ByteBuffer rest) {
        ByteBuffer before = pong;
        if (before != null) {
            pong = null;
            append(before);
        }
        append(rest);
    }

    /** Adds a whole pong in the place of one that still waits. */
    void addPong(ByteBuffer frame) {
        pong = ByteBuffer.allocate(frame.remaining()).put(frame).flip();
    }

    private void append(ByteBuffer rest) {
        int count = rest.remaining();
        bytes += count;
        ByteBuffer last = chunks.peekLast();
        if (last == null || last.capacity() - last.limit() < count) {
            chunks.add(ByteBuffer.allocate(Math.max(count, CHUNK)).put(rest).flip());
        } else {
            int end = last.limit();
            last.limit(end + count).put(end, rest, rest.position(), count);
        }
    }

    /** Writes what the transport takes, but no more than a turn's share. Returns whether all has gone. */
    boolean flush(Transport carrier) throws IOException {
        int left = PER_TURN;
        for (ByteBuffer next = next(); next != null; next = next()) {
            int before = next.position();
            boolean gone = write(carrier, next, left);
            left -= next.position() - before;
            bytes -= next.position() - before;
            if (!gone || left <= 0) {
                return false;
            }
            chunks.remove();
        }
        return true;
    }

    private @Nullable ByteBuffer next() {
        ByteBuffer last = pong;
        if (chunks.isEmpty() && last != null) {
            pong = null;
            append(last);
        }
        return chunks.peek();
    }

    /** A slice of a large one, since Java copies all of a buffer to write a part of it. */
    private static boolean write(Transport carrier, ByteBuffer chunk, int most) throws IOException {
        int end = chunk.limit();
        chunk.limit(Math.min(end, chunk.position() + most));
        try {
            return carrier.write(chunk);
        } finally {
            chunk.limit(end);
        }
    }
}
