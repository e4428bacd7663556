package dev.wsdoc.talk;

import dev.wsdoc.wire.handshake.UpgradeResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The last turns of a talk, as many as are cheap to keep. Written by the talk's loop, read by any thread. */
public final class Transcript {
    private static final int MOST_TURNS = 1_000;
    private static final long MOST_BYTES = 16 * 1024 * 1024;

    private final Deque<Turn> turns = new ArrayDeque<>();
    private long bytes;
    private @Nullable UpgradeResponse response;

    /** Another connection begins. */
    public synchronized void begin(UpgradeResponse answer) {
        response = answer;
    }

    /** One more; the oldest ones go when there are too many. */
    public synchronized void add(Turn turn) {
        turns.add(turn);
        bytes += turn.message().size();
        while (turns.size() > MOST_TURNS || bytes > MOST_BYTES) {
            bytes -= turns.remove().message().size();
        }
    }

    /** Those that are kept, in their order. */
    public synchronized List<Turn> turns() {
        return List.copyOf(turns);
    }

    /** What the server answered last to an upgrade; null before it did. */
    public synchronized @Nullable UpgradeResponse response() {
        return response;
    }
}
