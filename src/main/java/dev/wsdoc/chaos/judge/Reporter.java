package dev.wsdoc.chaos.judge;

import dev.wsdoc.chaos.observe.LatencyQuantiles;
import dev.wsdoc.chaos.observe.Observations;
import dev.wsdoc.chaos.observe.VictimOutcome;
import dev.wsdoc.chaos.observe.VictimOutcomes;
import dev.wsdoc.chaos.plan.ChaosPlan;
import dev.wsdoc.fault.Fault;
import dev.wsdoc.report.FaultFigures;
import dev.wsdoc.report.Report;
import dev.wsdoc.verdict.Finding;
import dev.wsdoc.verdict.Strictness;
import dev.wsdoc.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Brings the judges' findings and the figures together. */
public final class Reporter {
    private final ChaosPlan plan;
    private final Observations seen;

    public Reporter(ChaosPlan plan, Observations seen) {
        this.plan = plan;
        this.seen = seen;
    }

    public Report report(String version, Instant startedAt, Duration took, boolean interrupted) {
        List<Finding> findings = findings();
        Verdict verdict = Verdict.of(findings, interrupted ? Strictness.NORMAL : plan.strictness());
        boolean nothingDone = seen.casualties == null || !seen.casualties.hasAny();
        boolean unfinished = (interrupted || nothingDone) && verdict == Verdict.HEALTHY;
        return new Report(
                "chaos",
                version,
                plan.target().toString(),
                unfinished ? Verdict.INCONCLUSIVE : verdict,
                interrupted,
                findings,
                faults(),
                seen.bystanders == null ? seen.bystandersSoFar : seen.bystanders,
                seen.log == null ? null : seen.log.figures(),
                notes(),
                plan.seed(),
                startedAt,
                took.toMillis());
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>(seen.notes);
        if (!seen.counts.trouble.isEmpty()) {
            notes.add(seen.counts.trouble);
        }
        if (seen.process != null && seen.process.before() != null) {
            notes.add(ProcessJudge.summary(seen.process));
        }
        notes.addAll(prematureEnds());
        return notes;
    }

    private List<String> prematureEnds() {
        VictimOutcomes casualties = seen.casualties;
        if (casualties == null) {
            return List.of();
        }
        return plan.victims().keySet().stream()
                .filter(fault -> casualties.endedBefore(fault) > 0)
                .map(fault -> casualties.endedBefore(fault) + " victims of " + fault.name()
                        + " had ended before their turn came: nothing was done to them")
                .toList();
    }

    private List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.add(ServiceJudge.steadyBefore(seen));
        findings.add(CountJudge.openedAgrees(seen));
        findings.add(DetectJudge.inTime(seen));
        findings.add(DetectJudge.closedByServer(seen));
        findings.addAll(FaultJudge.findings(plan.victims().keySet(), seen));
        findings.add(CountJudge.staleMatches(seen));
        findings.add(CountJudge.cleanupAnswers(seen));
        findings.add(CountJudge.totalRestored(seen));
        findings.add(CountJudge.removalsBalance(seen));
        findings.add(CountJudge.noBlindRetries(seen));
        findings.add(LogJudge.noUnexpectedErrors(seen));
        findings.add(LogJudge.expectedStaysQuiet(seen));
        findings.add(LogJudge.fallsQuiet(seen));
        findings.add(ServiceJudge.bystandersAlive(seen));
        findings.add(ServiceJudge.bystandersNoLoss(seen));
        findings.add(ServiceJudge.acceptsAfter(seen));
        findings.addAll(ProcessJudge.findings(plan, seen));
        findings.replaceAll(finding -> ForeignCountJudge.better(finding, plan, seen));
        return findings;
    }

    private List<FaultFigures> faults() {
        VictimOutcomes casualties = seen.casualties;
        if (casualties == null) {
            return List.of();
        }
        return plan.victims().keySet().stream()
                .map(fault -> figures(fault, casualties))
                .toList();
    }

    private FaultFigures figures(Fault fault, VictimOutcomes casualties) {
        List<VictimOutcome> fates = casualties.fates().stream()
                .filter(fate -> fate.fault() == fault)
                .toList();
        int inflicted = (int) fates.stream().filter(VictimOutcome::isInflicted).count();
        boolean observable = casualties.isObservable(fault);
        List<VictimOutcome> noticed = fates.stream()
                .filter(fate -> observable && casualties.isNoticed(fate))
                .toList();
        Map<String, Integer> paths = new TreeMap<>();
        noticed.forEach(fate -> paths.merge(casualties.noticedBy(fate), 1, Integer::sum));
        return new FaultFigures(
                fault.name(),
                fates.size(),
                inflicted,
                observable ? (Integer) noticed.size() : null,
                LatencyQuantiles.quantilesOfNanos(
                        noticed.stream().map(casualties::detectNanos).toList()),
                paths,
                seen.log == null ? null : seen.log.linesOf(fault.name()));
    }
}
