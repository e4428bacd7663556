package dev.wsdoc.chaos.victim;

import dev.wsdoc.fault.Fault;
import dev.wsdoc.fault.SocketObservation;
import dev.wsdoc.model.RemovalPath;
import org.jspecify.annotations.Nullable;

/**
 * What became of one victim. Times are in {@link System#nanoTime} terms, 0 for never.
 *
 * @param noticedAt when the server's own journal says it noticed
 * @param path how the server removed it; null when it did not, or did not say
 * @param seen what the victim's socket saw
 * @param endedAt when it saw the end
 * @param openedAt when it was open for use
 * @param pings how many pings it got; it answers them until its turn comes
 * @param givenUpAt when the kernel had its socket as given up by the server, to 100 ms; 0 also where nobody looked
 */
public record VictimOutcome(
        Fault fault,
        long inflictedAt,
        long noticedAt,
        @Nullable RemovalPath path,
        SocketObservation seen,
        long endedAt,
        long openedAt,
        int pings,
        long givenUpAt) {

    /** Nothing can be done to a connection that has ended before. */
    public boolean isInflicted() {
        return inflictedAt != 0 && !endedBefore();
    }

    /** Whether the server, or what is between, ended the connection before its turn came. */
    public boolean endedBefore() {
        return inflictedAt != 0 && endedAt != 0 && endedAt < inflictedAt;
    }

    /**
     * How the server ended it before its turn came.
     *
     * @param during what was going on, such as another fault's name; empty when nothing was
     */
    public InnocentEnd innocentEnd(String during) {
        return InnocentEnd.of(seen, openedAt, endedAt, during, pings);
    }

    public boolean isNoticed() {
        return noticedAt != 0;
    }

    public boolean isWatching() {
        return fault.card().aftermath() == Fault.Aftermath.WATCHING;
    }

    /** Whether the server ended its side, by what the socket saw or by what the kernel knows. */
    public boolean isEndedByServer() {
        return seen.isEnded() || givenUpAt != 0;
    }

    /** When the server ended its side: one that read nothing saw it only when it looked. */
    public long serverEndedAt() {
        return givenUpAt == 0 ? endedAt : givenUpAt;
    }

    /** Whether that moment is known. */
    public boolean isEndTimed() {
        return isEndedByServer() && (givenUpAt != 0 || fault.card().notice() == Fault.Notice.AT_ONCE);
    }

    /** The name under which reports count it: the removal path, or stale while the server still lists it. */
    public String noticedBy() {
        return path == null ? "stale" : path.label();
    }
}
