package dev.wsdoc.chaos.judge;

import dev.wsdoc.chaos.anamnesis.Anamnesis;
import dev.wsdoc.chaos.bystander.Innocents;
import dev.wsdoc.chaos.bystander.LatencyQuantiles;
import dev.wsdoc.chaos.observe.Observations;
import dev.wsdoc.chaos.plan.ChaosPlan;
import dev.wsdoc.chaos.victim.InnocentEnd;
import dev.wsdoc.chaos.victim.VictimOutcome;
import dev.wsdoc.chaos.victim.VictimOutcomes;
import dev.wsdoc.fault.Fault;
import dev.wsdoc.report.Amount;
import dev.wsdoc.report.FaultFigures;
import dev.wsdoc.report.Report;
import dev.wsdoc.report.ServerTraits;
import dev.wsdoc.report.ServerTraits.SilentEnd;
import dev.wsdoc.verdict.Finding;
import dev.wsdoc.verdict.Outcome;
import dev.wsdoc.verdict.Strictness;
import dev.wsdoc.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Brings the judges' findings and the figures together. */
public final class Reporter {
    private static final int MOST_TROUBLES = 3;

    private final ChaosPlan plan;
    private final Observations seen;

    public Reporter(ChaosPlan plan, Observations seen) {
        this.plan = plan;
        this.seen = seen;
    }

    public Report report(String version, Instant startedAt, Duration took, boolean interrupted) {
        List<Finding> findings = findings();
        Verdict verdict = Verdict.of(findings, interrupted ? Strictness.NORMAL : plan.strictness());
        boolean nothingDone = seen.outcomes() == null || !seen.outcomes().hasAny();
        boolean unfinished = (interrupted || nothingDone) && verdict == Verdict.HEALTHY;
        return new Report(
                "chaos",
                version,
                plan.target().toString(),
                unfinished ? Verdict.INCONCLUSIVE : verdict,
                interrupted,
                findings,
                traits(),
                faults(),
                seen.bystanders() == null ? null : seen.bystanders().figures(),
                seen.log() == null ? null : seen.log().figures(),
                notes(),
                plan.seed(),
                startedAt,
                took.toMillis());
    }

    private @Nullable ServerTraits traits() {
        Innocents innocents = seen.innocents();
        Anamnesis anamnesis = seen.anamnesis();
        if (innocents == null && anamnesis.equals(Anamnesis.NONE)) {
            return null;
        }
        InnocentEnd end = innocents == null ? null : innocents.silent();
        return new ServerTraits(
                anamnesis.greeting(),
                anamnesis.echo().label(),
                anamnesis.broadcasts(),
                anamnesis.speech() == null ? null : anamnesis.speech().name(),
                anamnesis.refusals(),
                anamnesis.pong().label(),
                innocents == null ? 0 : innocents.silentPings(),
                innocents == null ? null : innocents.pingIntervalMs(),
                anamnesis.answer(),
                anamnesis.pushMs(),
                end == null || hasDied() ? null : new SilentEnd(end.aliveMs(), end.how()));
    }

    /** Whoever was open then was not ended for anything. */
    private boolean hasDied() {
        return seen.process() != null && seen.process().death() != null;
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>(seen.notes());
        seen.counts().troubles().stream().distinct().limit(MOST_TROUBLES).forEach(notes::add);
        if (seen.log() != null) {
            notes.addAll(seen.log().remarks());
        }
        if (seen.process() != null && seen.process().before() != null) {
            notes.add(ProcessJudge.summary(seen.process()));
        }
        notes.addAll(prematureEnds());
        return notes;
    }

    private List<String> prematureEnds() {
        VictimOutcomes outcomes = seen.outcomes();
        if (outcomes == null) {
            return List.of();
        }
        return plan.victims().keySet().stream()
                .filter(fault -> outcomes.endedBefore(fault) > 0)
                .map(fault -> Amount.of(outcomes.endedBefore(fault), "victim") + " of " + fault.name()
                        + Amount.word(
                                outcomes.endedBefore(fault),
                                " had ended before its turn came: nothing was done to it",
                                " had ended before their turn came: nothing was done to them"))
                .toList();
    }

    private List<Finding> findings() {
        CountJudge counts = CountJudge.of(seen);
        List<Finding> findings = new ArrayList<>();
        findings.add(ServiceJudge.steadyBefore(seen));
        findings.add(InnocentJudge.keepsInnocent(seen));
        findings.add(counts.openedAgrees());
        findings.add(DetectJudge.inTime(seen));
        findings.add(DetectJudge.closedByServer(seen));
        findings.addAll(FaultJudge.findings(plan.victims().keySet(), seen));
        findings.add(counts.staleMatches());
        findings.add(counts.cleanupAnswers());
        findings.add(counts.totalRestored());
        findings.add(counts.removalsBalance());
        findings.add(counts.noBlindRetries());
        findings.add(provoked(LogJudge.noUnexpectedErrors(seen)));
        findings.add(provoked(LogJudge.expectedStaysQuiet(seen)));
        findings.add(LogJudge.proportionate(seen));
        findings.add(LogJudge.fallsQuiet(seen));
        findings.add(BystanderJudge.alive(seen));
        findings.add(BystanderJudge.served(seen));
        findings.add(BystanderJudge.noLoss(seen));
        Finding pongs = BystanderJudge.pongsUnchanged(seen);
        if (pongs != null) {
            findings.add(pongs);
        }
        findings.add(ServiceJudge.acceptsAfter(seen));
        findings.addAll(ProcessJudge.findings(plan, seen));
        return findings;
    }

    /** Where nothing made the server send, a quiet log tells little. */
    private Finding provoked(Finding finding) {
        Set<Fault> unprovoked = seen.milestones().unprovoked();
        return finding.outcome() != Outcome.PASS || unprovoked.isEmpty()
                ? finding
                : finding.check()
                        .notChecked(
                                finding.expected(),
                                "the server was to be made to send during "
                                        + unprovoked.stream().map(Fault::name).collect(Collectors.joining(", "))
                                        + ", but it had ended who does, and let nobody come again",
                                "see bystanders.alive");
    }

    private List<FaultFigures> faults() {
        VictimOutcomes outcomes = seen.outcomes();
        if (outcomes == null) {
            return List.of();
        }
        return plan.victims().keySet().stream()
                .map(fault -> figures(fault, outcomes))
                .toList();
    }

    private FaultFigures figures(Fault fault, VictimOutcomes outcomes) {
        List<VictimOutcome> those = outcomes.all().stream()
                .filter(outcome -> outcome.fault() == fault)
                .toList();
        int inflicted = (int) those.stream().filter(VictimOutcome::isInflicted).count();
        boolean observable = outcomes.isObservable(fault);
        List<VictimOutcome> noticed = those.stream()
                .filter(outcome -> observable && outcomes.isNoticed(outcome))
                .toList();
        Map<String, Integer> paths = new TreeMap<>();
        noticed.forEach(outcome -> paths.merge(outcomes.noticedBy(outcome), 1, Integer::sum));
        return new FaultFigures(
                fault.name(),
                those.size(),
                inflicted,
                observable ? (Integer) noticed.size() : null,
                LatencyQuantiles.quantilesOfNanos(
                        noticed.stream().map(outcomes::detectNanos).toList()),
                paths,
                seen.log() == null ? null : seen.log().linesOf(fault.name()));
    }
}
