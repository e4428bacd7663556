package dev.wsdoc.chaos;

import dev.wsdoc.chaos.judge.Reporter;
import dev.wsdoc.chaos.plan.CannotRunException;
import dev.wsdoc.chaos.plan.ChaosPlan;
import dev.wsdoc.chaos.plan.ExperimentClock;
import dev.wsdoc.chaos.run.Supervisor;
import dev.wsdoc.model.Progress;
import dev.wsdoc.report.Report;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/**
 * The chaos experiment: plan in, report out. The supervisor runs the phases, in which probes observe; then the judges say what
 * it means. On its caller's thread.
 */
public final class Chaos {
    private final ChaosPlan plan;
    private final ExperimentClock clock;
    private final Progress progress;

    public Chaos(ChaosPlan plan, ExperimentClock clock, Progress progress) {
        this.plan = plan;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * Makes the experiment. It ends within its time limit and a second, or within a second of the user's wish.
     *
     * @param version of wsdoc, for the report
     * @throws CannotRunException when the target does not serve, so that there is nothing to examine
     * @throws IOException when the log cannot be read or no socket can be had
     */
    public Report run(String version) throws CannotRunException, IOException {
        Instant startedAt = clock.wall();
        long start = clock.nanos();
        Supervisor.Result result = new Supervisor(plan, clock, progress).run();
        Duration took = Duration.ofNanos(clock.nanos() - start);
        return new Reporter(plan, result.seen()).report(version, startedAt, took, result.wasCutShort());
    }
}
