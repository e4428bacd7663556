package dev.wsdoc.chaos;

import dev.wsdoc.evidence.Answer;
import dev.wsdoc.fault.Fault;
import dev.wsdoc.model.CleanupAnswer;
import dev.wsdoc.model.ServerStats;
import dev.wsdoc.report.BystanderFigures;
import dev.wsdoc.swarm.OpenFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the phases saw, for the judges. A part that is null was not reached, because the experiment was cut short. Owned
 * by the experiment's thread.
 */
final class Observations {
    @Nullable
    Steady steady;

    @Nullable
    Opened opened;

    @Nullable
    Duration pingWait; // set when the faults are inflicted

    @Nullable
    Casualties casualties;

    @Nullable
    Cleanup cleanup;

    boolean observed; // set when the server had its full time to notice
    final Set<Fault> observedFaults = new LinkedHashSet<>(); // those whose round came to its end

    @Nullable
    BystanderFigures bystanders;

    String bystanderEnds = ""; // how the server ended some of them

    @Nullable
    BystanderFigures bystandersSoFar; // when the experiment was cut short: figures, but nothing to judge by

    @Nullable
    LogSeen log;

    LogWatch.Falling falling = LogWatch.Falling.NOT_WAITED_FOR;

    @Nullable
    Trial after;

    @Nullable
    ProcessSeen process; // null when it is not known, or before the steady state

    String round = ""; // the fault whose round it is; empty outside of the rounds
    final CountsSeen counts = new CountsSeen();
    List<ServerStats> samples = List.of();
    List<String> statusTroubles = List.of(); // why the status page did not answer, once it had
    final List<String> notes = new ArrayList<>();

    /**
     * How one fresh connection fared.
     *
     * @param failure why it did not open; null when it did
     */
    record Trial(@Nullable OpenFailure failure, boolean answered, String how, boolean compresses) {
        boolean isWell() {
            return failure == null && answered;
        }
    }

    /**
     * Before anything was done.
     *
     * @param stats the server's counts; null when it has no status page
     */
    record Steady(Trial trial, @Nullable ServerStats stats) {
        /** Sick enough that a disturbance would show nothing. */
        boolean isHopeless() {
            return !trial.isWell();
        }
    }

    /**
     * After the opening.
     *
     * @param asked connections that were tried
     * @param open those that are open: victims, bystanders and the provoker
     * @param victims those that are to suffer
     * @param stats the server's counts then; null when it does not say
     */
    record Opened(
            int asked,
            int open,
            int victims,
            List<OpenFailure> failures,
            @Nullable ServerStats stats) {
        /** Those that nothing is done to. */
        int living() {
            return open - victims;
        }
    }

    /** Around the call of the cleanup endpoint. */
    record Cleanup(
            @Nullable ServerStats before,
            Answer<CleanupAnswer> answer,
            @Nullable ServerStats after) {}
}
