package dev.wsdoc.server.manager.policy;

import dev.wsdoc.server.manager.connection.Connection;
import java.util.ArrayList;
import java.util.List;

/**
 * What one pass removes and when the next one is due, in nanoseconds. Pure: the connections and the time come in.
 *
 * @param nextInactiveAt when inactive connections are looked for again
 */
public record SweepPlan(List<Connection> stale, List<Connection> inactive, long nextAt, long nextInactiveAt) {
    /** A plan that removes nothing. */
    public static SweepPlan nothing(SweepSchedule schedule, long now) {
        long next = now + schedule.interval().toNanos();
        return new SweepPlan(List.of(), List.of(), next, next);
    }

    /**
     * Looks at each connection once.
     *
     * @param inactiveAt when inactive connections are due to be looked for
     */
    public static SweepPlan of(
            Iterable<Connection> listed, StateCheck check, SweepSchedule schedule, long now, long inactiveAt) {
        boolean alsoInactive = !schedule.inactiveAfter().isZero() && now - inactiveAt >= 0;
        long silentFor = schedule.inactiveAfter().toNanos();
        List<Connection> stale = new ArrayList<>();
        List<Connection> inactive = new ArrayList<>();
        for (Connection connection : listed) {
            if (!check.isConnected(connection)) {
                stale.add(connection);
            } else if (alsoInactive && now - connection.spokeAt() >= silentFor) {
                inactive.add(connection);
            }
        }
        long nextInactive = alsoInactive ? now + schedule.inactiveInterval().toNanos() : inactiveAt;
        return new SweepPlan(stale, inactive, now + schedule.interval().toNanos(), nextInactive);
    }
}
