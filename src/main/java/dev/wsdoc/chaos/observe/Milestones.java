package dev.wsdoc.chaos.observe;

import dev.wsdoc.fault.Fault;
import dev.wsdoc.fault.SocketObservation;
import dev.wsdoc.model.ServerStats;
import dev.wsdoc.swarm.OpenFailure;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far the experiment came, and what its phases saw on the way. A part that is null was not reached.
 *
 * @param pingWait how long frozen victims may wait to be noticed; known once faults are inflicted
 * @param finishedRounds the faults whose round came to its end
 * @param unprovoked the faults in whose round the server was to be made to send, and could not be
 * @param hadItsTime whether the server had its full time to notice everything
 * @param falling whether the log fell quiet at the end
 * @param after a fresh connection once all was over
 * @param goodbyes how the server took it that the healthy ones left
 */
public record Milestones(
        @Nullable Steady steady,
        @Nullable Opened opened,
        @Nullable Duration pingWait,
        Set<Fault> finishedRounds,
        Set<Fault> unprovoked,
        boolean hadItsTime,
        Falling falling,
        @Nullable Trial after,
        @Nullable Goodbyes goodbyes) {

    /** Nothing was reached yet. */
    public static final Milestones NONE =
            new Milestones(null, null, null, Set.of(), Set.of(), false, Falling.NOT_WAITED_FOR, null, null);

    /** Whether the log fell quiet at the end. */
    public enum Falling {
        NOT_WAITED_FOR,
        FELL_QUIET,
        KEPT_ON
    }

    public Milestones {
        finishedRounds = Collections.unmodifiableSet(new LinkedHashSet<>(finishedRounds));
        unprovoked = Collections.unmodifiableSet(new LinkedHashSet<>(unprovoked));
    }

    public Milestones withSteady(Steady seen) {
        return new Milestones(seen, opened, pingWait, finishedRounds, unprovoked, hadItsTime, falling, after, goodbyes);
    }

    public Milestones withOpened(Opened seen) {
        return new Milestones(steady, seen, pingWait, finishedRounds, unprovoked, hadItsTime, falling, after, goodbyes);
    }

    public Milestones withPingWait(Duration known) {
        return new Milestones(steady, opened, known, finishedRounds, unprovoked, hadItsTime, falling, after, goodbyes);
    }

    public Milestones withRound(Fault fault) {
        Set<Fault> more = new LinkedHashSet<>(finishedRounds);
        more.add(fault);
        return new Milestones(steady, opened, pingWait, more, unprovoked, hadItsTime, falling, after, goodbyes);
    }

    public Milestones withUnprovoked(Fault fault) {
        Set<Fault> more = new LinkedHashSet<>(unprovoked);
        more.add(fault);
        return new Milestones(steady, opened, pingWait, finishedRounds, more, hadItsTime, falling, after, goodbyes);
    }

    public Milestones withAllRounds() {
        return new Milestones(steady, opened, pingWait, finishedRounds, unprovoked, true, falling, after, goodbyes);
    }

    public Milestones withFalling(Falling how) {
        return new Milestones(steady, opened, pingWait, finishedRounds, unprovoked, hadItsTime, how, after, goodbyes);
    }

    public Milestones withAfter(Trial trial) {
        return new Milestones(
                steady, opened, pingWait, finishedRounds, unprovoked, hadItsTime, falling, trial, goodbyes);
    }

    public Milestones withGoodbyes(Goodbyes said) {
        return new Milestones(steady, opened, pingWait, finishedRounds, unprovoked, hadItsTime, falling, after, said);
    }

    /**
     * Close frames of healthy clients.
     *
     * @param said how many there were
     * @param answered to how many the server answered with a close frame, or ended the connection
     */
    public record Goodbyes(int said, int answered) {}

    /**
     * How one fresh connection fared.
     *
     * @param failure why it did not open; null when it did
     * @param how what was to be answered, such as {@code ping}
     * @param end what its socket saw of its end before it was answered; null when nothing
     */
    public record Trial(
            @Nullable OpenFailure failure,
            boolean answered,
            String how,
            boolean compresses,
            @Nullable SocketObservation end) {
        public boolean isWell() {
            return failure == null && answered;
        }
    }

    /**
     * Before anything was done.
     *
     * @param stats the server's counts; null when it has no status page
     */
    public record Steady(Trial trial, @Nullable ServerStats stats) {
        /** Sick enough that a disturbance would show nothing. */
        public boolean isHopeless() {
            return !trial.isWell();
        }
    }

    /**
     * After the opening.
     *
     * @param asked connections that were tried
     * @param open those that are open: victims, bystanders and the provoker
     * @param victims those that are to suffer
     */
    public record Opened(int asked, int open, int victims, List<OpenFailure> failures) {
        public Opened {
            failures = List.copyOf(failures);
        }

        /** Those that nothing is done to. */
        public int living() {
            return open - victims;
        }
    }
}
