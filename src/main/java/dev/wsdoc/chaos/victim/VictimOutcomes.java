package dev.wsdoc.chaos.victim;

import dev.wsdoc.fault.Fault;
import dev.wsdoc.fault.Fault.Aftermath;
import dev.wsdoc.fault.Fault.Entrance;
import dev.wsdoc.fault.Fault.Notice;
import java.time.Duration;
import java.util.List;

/**
 * The victims, once the server had its time.
 *
 * @param journal whether the server's journal names every victim that it upgraded; without it only the victims' own sockets can tell
 * @param detectWithin limit for faults that the socket shows
 * @param pingWait limit for faults that only silence shows
 */
public record VictimOutcomes(List<VictimOutcome> all, boolean journal, Duration detectWithin, Duration pingWait) {
    public VictimOutcomes {
        all = List.copyOf(all);
    }

    /** Whether anything can tell when the server noticed this fault; a bad request is answered rather than noticed. */
    public boolean isObservable(Fault fault) {
        boolean isAnswered =
                fault.card().entrance() == Entrance.CONNECTED && fault.card().notice() == Notice.AT_ONCE;
        return isFollowed(fault) || (fault.card().aftermath() == Aftermath.WATCHING && !isAnswered);
    }

    /** Whether the server's journal tells of such victims: it knows only of those that it upgraded. */
    private boolean isFollowed(Fault fault) {
        return journal && fault.card().entrance() == Entrance.UPGRADED;
    }

    /** Whether anything was done to anybody. */
    public boolean hasAny() {
        return all.stream().anyMatch(VictimOutcome::isInflicted);
    }

    /** Whether there were victims, and all of them had ended before anything was done to them. */
    public boolean lostAll() {
        return !all.isEmpty() && all.stream().allMatch(VictimOutcome::endedBefore);
    }

    /** Whether nothing was done to any victim of a fault, because all of them had ended before. */
    public boolean isUntouched(Fault fault) {
        return endedBefore(fault) > 0
                && all.stream().noneMatch(outcome -> outcome.fault() == fault && outcome.isInflicted());
    }

    /** How many victims of a fault had ended before it could be inflicted. */
    public long endedBefore(Fault fault) {
        return all.stream()
                .filter(outcome -> outcome.fault() == fault && outcome.endedBefore())
                .count();
    }

    /** What ends before the fault came, as when the server dies, is no notice of it. */
    public boolean isNoticed(VictimOutcome outcome) {
        return outcome.isInflicted() && (isFollowed(outcome.fault()) ? outcome.isNoticed() : outcome.isEndedByServer());
    }

    /** Nanoseconds from the fault to the notice. */
    public long detectNanos(VictimOutcome outcome) {
        return Math.max(
                0,
                (isFollowed(outcome.fault()) ? outcome.noticedAt() : outcome.serverEndedAt()) - outcome.inflictedAt());
    }

    /** Whether the moment of the notice is known: see {@link VictimOutcome#isEndTimed}. */
    public boolean isTimed(VictimOutcome outcome) {
        return isNoticed(outcome) && (isFollowed(outcome.fault()) || outcome.isEndTimed());
    }

    /** The path by which it was noticed, for reports. */
    public String noticedBy(VictimOutcome outcome) {
        return isFollowed(outcome.fault()) ? outcome.noticedBy() : "socket_closed";
    }

    public boolean isInTime(VictimOutcome outcome) {
        return isNoticed(outcome)
                && (!isTimed(outcome)
                        || detectNanos(outcome) <= limitFor(outcome.fault()).toNanos());
    }

    public Duration limitFor(Fault fault) {
        return switch (fault.card().notice()) {
            case AT_ONCE -> detectWithin;
            case BY_PING -> pingWait;
        };
    }
}
