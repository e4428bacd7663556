package dev.wsdoc.checkup;

import dev.wsdoc.checkup.judge.CheckupJudges;
import dev.wsdoc.checkup.judge.Measurements;
import dev.wsdoc.checkup.observe.Examination;
import dev.wsdoc.checkup.observe.Examiner;
import dev.wsdoc.checkup.observe.HoldSeen;
import dev.wsdoc.checkup.observe.HoldWatch;
import dev.wsdoc.checkup.plan.CheckupPlan;
import dev.wsdoc.checkup.plan.Hold;
import dev.wsdoc.checkup.plan.Patience;
import dev.wsdoc.model.Progress;
import dev.wsdoc.report.Report;
import dev.wsdoc.verdict.Finding;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One check-up, from its plan to its report. Runs on the caller's thread; each connection has a loop of its own. */
public final class Checkup {
    private final CheckupPlan plan;
    private final Patience patience;
    private final Progress progress;

    public Checkup(CheckupPlan plan, Patience patience, Progress progress) {
        this.plan = plan;
        this.patience = patience;
        this.progress = progress;
    }

    /**
     * Examines the server.
     *
     * @param version wsdoc's own, for the report
     * @throws IOException with one line when no address accepts a connection
     */
    public Report run(String version) throws IOException {
        Instant start = Instant.now();
        Examination seen = new Examiner(plan, patience, progress).examine();
        List<Finding> findings = new ArrayList<>(CheckupJudges.findings(plan, seen));
        HoldSeen held = hold(seen);
        if (held != null) {
            findings.addAll(CheckupJudges.findings(held, seen));
        }
        return new Report(
                "check",
                version,
                plan.target().toString(),
                CheckupJudges.verdict(findings, plan.strictness()),
                patience.isOver(),
                findings,
                null,
                List.of(),
                null,
                null,
                Measurements.of(plan, seen, held),
                List.of(),
                plan.seed(),
                start,
                Duration.between(start, Instant.now()).toMillis());
    }

    /** Null when nobody asked, or when there is nothing to hold. */
    private @Nullable HoldSeen hold(Examination seen) throws IOException {
        Hold hold = plan.hold();
        return hold == null || seen.examined().failure() != null || patience.isOver()
                ? null
                : new HoldWatch(plan, hold, patience, progress)
                        .watch(seen.examined().address());
    }
}
