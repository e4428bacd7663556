package dev.wsdoc.checkup.observe;

import dev.wsdoc.checkup.plan.HoldKind;
import dev.wsdoc.swarm.SocketEnd;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A connection that was held. Immutable; times are in {@link System#nanoTime} terms, 0 for never.
 *
 * @param failure why it was not opened; null when it was
 * @param lastWordAt when something was said or heard last
 * @param endedAt when the server, or what is in between, ended it: by a close frame or by the end of the connection
 * @param until when it was looked at
 */
public record Holding(
        HoldKind kind,
        @Nullable String failure,
        long openedAt,
        long lastWordAt,
        int pings,
        long endedAt,
        int closeCode,
        String closeReason,
        SocketEnd end,
        long until) {

    public boolean isCut() {
        return endedAt != 0;
    }

    /** From its opening to its end, or until it was looked at. */
    public long heldMs() {
        return openedAt == 0 ? 0 : TimeUnit.NANOSECONDS.toMillis((isCut() ? endedAt : until) - openedAt);
    }

    /** From the last word to the end; 0 while there is none. */
    public long quietMs() {
        return isCut() ? TimeUnit.NANOSECONDS.toMillis(endedAt - lastWordAt) : 0;
    }
}
