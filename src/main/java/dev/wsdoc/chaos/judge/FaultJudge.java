package dev.wsdoc.chaos.judge;

import dev.wsdoc.chaos.observe.Observations;
import dev.wsdoc.chaos.victim.VictimOutcome;
import dev.wsdoc.chaos.victim.VictimOutcomes;
import dev.wsdoc.fault.Expectation;
import dev.wsdoc.fault.Expectation.Mark;
import dev.wsdoc.fault.Fault;
import dev.wsdoc.fault.SocketObservation;
import dev.wsdoc.report.Amount;
import dev.wsdoc.verdict.Check;
import dev.wsdoc.verdict.Finding;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What the victims' own sockets saw, held against what each fault asks for: evidence on any server. Pure. */
final class FaultJudge {
    private FaultJudge() {}

    /** One finding for each fault that has an expectation, or that could be inflicted on nobody. */
    static List<Finding> findings(Collection<Fault> faults, Observations seen) {
        return faults.stream().flatMap(fault -> finding(fault, seen).stream()).toList();
    }

    private static Optional<Finding> finding(Fault fault, Observations seen) {
        Expectation expectation = fault.card().expectation();
        if (seen.outcomes() != null && seen.outcomes().isUntouched(fault)) {
            return Optional.of(untouched(
                    fault,
                    seen.outcomes().endedBefore(fault),
                    expectation == null ? "the server " + fault.card().healthy() : expected(expectation)));
        }
        return expectation == null ? Optional.empty() : Optional.of(finding(fault, expectation, seen));
    }

    private static String expected(Expectation expectation) {
        return expectation.text() + (expectation.source().isEmpty() ? "" : " (" + expectation.source() + ")");
    }

    private static Finding untouched(Fault fault, long victims, String expected) {
        return Checks.ofFault(fault)
                .notChecked(
                        expected,
                        Amount.word(
                                victims,
                                "its one victim had ended before its turn came",
                                "all of its victims had ended before their turn came"),
                        "find out why the server ends connections that do nothing wrong; inflict fewer faults in one run,"
                                + " or keep them alive with --hello");
    }

    private static Finding finding(Fault fault, Expectation expectation, Observations seen) {
        Check check = Checks.ofFault(fault);
        String expected = expected(expectation);
        VictimOutcomes outcomes = seen.outcomes();
        if (outcomes == null || !seen.milestones().finishedRounds().contains(fault)) {
            return MissingEvidence.unreached(check, expected, seen);
        }
        List<SocketObservation> seenByVictims = outcomes.all().stream()
                .filter(outcome -> outcome.fault() == fault && outcome.isInflicted())
                .map(VictimOutcome::seen)
                .toList();
        if (seenByVictims.isEmpty()) {
            return check.notChecked(
                    expected,
                    "no connection for it could be opened",
                    "let the server accept connections: see the notes");
        }
        String observed = words(seenByVictims);
        return switch (worst(seenByVictims, expectation)) {
            case MET -> check.pass(expected, observed);
            case TOLERABLE -> check.warn(expected, observed, expectation.remedy());
            case MISSED -> check.fail(expected, observed, expectation.remedy());
        };
    }

    private static Mark worst(List<SocketObservation> seenByVictims, Expectation expectation) {
        return seenByVictims.stream()
                .map(expectation.test())
                .max(Mark::compareTo)
                .orElse(Mark.MET);
    }

    /** Such as {@code 9 ended with close code 1002, 1 still open}. */
    private static String words(List<SocketObservation> seenByVictims) {
        return EndWords.ofWords(
                seenByVictims.stream().map(SocketObservation::words).toList());
    }
}
