package dev.wsdoc.chaos;

import dev.wsdoc.fault.Fault;
import dev.wsdoc.model.RemovalPath;
import dev.wsdoc.swarm.SocketEnd;
import org.jspecify.annotations.Nullable;

/**
 * What became of one victim. Times are in {@link System#nanoTime} terms, 0 for never.
 *
 * @param noticedAt when the server's own journal says it noticed
 * @param path how the server removed it; null when it did not, or did not say
 * @param end how the victim's socket saw the end
 */
record Fate(
        Fault fault,
        long inflictedAt,
        long noticedAt,
        @Nullable RemovalPath path,
        SocketEnd end,
        long endedAt,
        int closeCode) {

    boolean isInflicted() {
        return inflictedAt != 0;
    }

    boolean isNoticed() {
        return noticedAt != 0;
    }

    /** Nanoseconds from the fault to the notice; never negative, since a server may see a socket end while it ends. */
    long detectNanos() {
        return Math.max(0, noticedAt - inflictedAt);
    }

    boolean isWatching() {
        return fault.aftermath() == Fault.Aftermath.WATCHING;
    }

    /** The name under which reports count it: the removal path, or stale while the server still lists it. */
    String noticedBy() {
        return path == null ? "stale" : path.label();
    }
}
