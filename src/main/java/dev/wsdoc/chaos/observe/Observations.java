package dev.wsdoc.chaos.observe;

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
public final class Observations {
    @Nullable
    public Steady steady;

    @Nullable
    public Opened opened;

    @Nullable
    public Duration pingWait; // set when the faults are inflicted

    @Nullable
    public VictimOutcomes casualties;

    @Nullable
    public Cleanup cleanup;

    public boolean observed; // set when the server had its full time to notice
    public final Set<Fault> observedFaults = new LinkedHashSet<>(); // those whose round came to its end

    @Nullable
    public BystanderFigures bystanders;

    public String bystanderEnds = ""; // how the server ended some of them

    @Nullable
    public BystanderFigures bystandersSoFar; // when the experiment was cut short: figures, but nothing to judge by

    @Nullable
    public LogSeen log;

    public LogWatch.Falling falling = LogWatch.Falling.NOT_WAITED_FOR;

    @Nullable
    public Trial after;

    @Nullable
    public ProcessSeen process; // null when it is not known, or before the steady state

    public String round = ""; // the fault whose round it is; empty outside of the rounds
    public final CountsSeen counts = new CountsSeen();
    public List<ServerStats> samples = List.of();
    public List<String> statusTroubles = List.of(); // why the status page did not answer, once it had
    public final List<String> notes = new ArrayList<>();

    /**
     * How one fresh connection fared.
     *
     * @param failure why it did not open; null when it did
     */
    public record Trial(@Nullable OpenFailure failure, boolean answered, String how, boolean compresses) {
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
     * @param stats the server's counts then; null when it does not say
     */
    public record Opened(
            int asked,
            int open,
            int victims,
            List<OpenFailure> failures,
            @Nullable ServerStats stats) {
        /** Those that nothing is done to. */
        public int living() {
            return open - victims;
        }
    }

    /** Around the call of the cleanup endpoint. */
    public record Cleanup(
            @Nullable ServerStats before,
            Answer<CleanupAnswer> answer,
            @Nullable ServerStats after) {}
}
