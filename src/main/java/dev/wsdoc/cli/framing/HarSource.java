package dev.wsdoc.cli.framing;

import dev.wsdoc.talk.Said;
import dev.wsdoc.talk.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What a browser said, at the pace at which it said it. */
public final class HarSource implements MessageSource {
    private final Queue<Turn> left;
    private @Nullable Instant last;

    /** Those turns, in their order. */
    public HarSource(List<Turn> turns) {
        left = new ArrayDeque<>(turns);
    }

    @Override
    public @Nullable Said next() throws InterruptedException {
        Turn turn = left.poll();
        if (turn == null) {
            return null;
        }
        if (last != null) {
            TimeUnit.NANOSECONDS.sleep(
                    Math.max(0, Duration.between(last, turn.at()).toNanos()));
        }
        last = turn.at();
        return turn.message();
    }
}
