package dev.wsdoc.chaos.bystander;

import dev.wsdoc.chaos.victim.InnocentEnd;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Clients to which nothing was done, apart from bystanders: victims before their turn, and one that was silent all the time.
 *
 * @param watched how long nothing was done to anybody, at the beginning
 * @param clients how many clients were open then
 * @param controlEnds how victims ended meanwhile
 * @param silent how the silent one ended; null when it did not
 * @param silentPings how many pings the silent one got
 * @param pingIntervalMs from one of these to the next; null when there were not two
 */
public record Innocents(
        Duration watched,
        int clients,
        List<InnocentEnd> controlEnds,
        @Nullable InnocentEnd silent,
        int silentPings,
        @Nullable Long pingIntervalMs) {

    public Innocents {
        controlEnds = List.copyOf(controlEnds);
    }

    /** How they ended: those that ended in the beginning, and the silent one. */
    public List<InnocentEnd> ends() {
        List<InnocentEnd> all = new ArrayList<>(controlEnds);
        if (silent != null) {
            all.add(silent);
        }
        return all;
    }

    /** What the silent one shows by now. */
    public Innocents with(SilentClient client) {
        return new Innocents(watched, clients, controlEnds, client.end(), client.pings(), client.pingIntervalMs());
    }
}
