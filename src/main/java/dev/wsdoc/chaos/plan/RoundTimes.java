package dev.wsdoc.chaos.plan;

import dev.wsdoc.fault.Fault;
import dev.wsdoc.fault.Fault.Notice;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** How long the parts of a round may take, and with them the whole experiment. Pure. */
public final class RoundTimes {
    /** For pings to find a frozen client, where the server does not say how often it pings. */
    public static final Duration UNKNOWN_PING_WAIT = Duration.ofSeconds(45);

    /** For victims that shut their eyes to see what happened meanwhile. */
    public static final Duration LOOK_AROUND = Duration.ofSeconds(1);

    /** For the log to fall quiet before the next round. */
    public static final Duration QUIET_WITHIN = Duration.ofSeconds(3);

    private RoundTimes() {}

    /** What the rounds and a second wave may take at the most, where the server's ping interval is not known. */
    public static Duration most(Collection<Fault> faults, Duration detectWithin, @Nullable Duration pingWait) {
        Duration patience = pingWait == null ? UNKNOWN_PING_WAIT : pingWait;
        return faults.stream()
                .map(fault -> limit(fault, detectWithin, patience))
                .map(limit -> limit.plus(LOOK_AROUND).plus(QUIET_WITHIN))
                .reduce(longest(faults, detectWithin, patience), Duration::plus);
    }

    /** What faults that are inflicted at once may take at the most. */
    public static Duration longest(Collection<Fault> faults, Duration detectWithin, Duration pingWait) {
        return faults.stream()
                .map(fault -> limit(fault, detectWithin, pingWait))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private static Duration limit(Fault fault, Duration detectWithin, Duration pingWait) {
        return fault.card().notice() == Notice.BY_PING ? pingWait : detectWithin;
    }
}
