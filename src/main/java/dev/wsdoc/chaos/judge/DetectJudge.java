package dev.wsdoc.chaos.judge;

import dev.wsdoc.chaos.observe.CountsSeen;
import dev.wsdoc.chaos.observe.Milestones.Goodbyes;
import dev.wsdoc.chaos.observe.Observations;
import dev.wsdoc.chaos.victim.VictimOutcome;
import dev.wsdoc.chaos.victim.VictimOutcomes;
import dev.wsdoc.fault.Fault;
import dev.wsdoc.fault.Fault.Farewell;
import dev.wsdoc.report.Amount;
import dev.wsdoc.verdict.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Did the server notice, and end its side? Pure. */
final class DetectJudge {
    private static final int FEWEST_GOODBYES = 2;

    private DetectJudge() {}

    static Finding inTime(Observations seen) {
        VictimOutcomes outcomes = seen.outcomes();
        if (outcomes == null || !seen.milestones().hadItsTime()) {
            return MissingEvidence.unreached(Checks.DETECT_IN_TIME, "every death is noticed", seen);
        }
        List<VictimOutcome> deaths =
                outcomes.all().stream().filter(DetectJudge::isDeath).toList();
        if (deaths.isEmpty() && outcomes.lostAll()) {
            return MissingEvidence.unreached(Checks.DETECT_IN_TIME, "every death is noticed", seen);
        }
        if (deaths.isEmpty()) {
            return Checks.DETECT_IN_TIME.notChecked(
                    "every death is noticed", "no fault of this run is a death", "add --abrupt N or --drop N");
        }
        Map<Fault, List<VictimOutcome>> byFault = byFault(deaths);
        String expected = "every death is noticed within its limit: " + limits(byFault, outcomes);
        if (!byFault.keySet().stream().allMatch(outcomes::isObservable)) {
            return MissingEvidence.noJournal(Checks.DETECT_IN_TIME, expected, seen);
        }
        long late =
                deaths.stream().filter(outcome -> !outcomes.isInTime(outcome)).count();
        if (late > 0 && isReadIncompletely(seen)) {
            return MissingEvidence.endsLost(Checks.DETECT_IN_TIME, expected);
        }
        String observed = counts(byFault, outcomes);
        return late == 0
                ? Checks.DETECT_IN_TIME.pass(expected, observed)
                : Checks.DETECT_IN_TIME.fail(
                        expected,
                        observed,
                        "read every connection to its end, act on end of stream and reset, and ping those that are"
                                + " silent");
    }

    private static boolean isReadIncompletely(Observations seen) {
        return seen.counts() instanceof CountsSeen.Reference counts && counts.endsLost();
    }

    /**
     * Misbehaviour that leaves the client alive has an expectation of its own: see {@link FaultJudge}. Whoever had ended
     * before dies no second time.
     */
    private static boolean isDeath(VictimOutcome outcome) {
        return outcome.fault().card().expectation() == null
                && outcome.fault().card().farewell() != Farewell.NONE
                && !outcome.endedBefore();
    }

    static Finding closedByServer(Observations seen) {
        String expected = "a victim that watches sees the server end its side within the limit";
        VictimOutcomes outcomes = seen.outcomes();
        if (outcomes == null || !seen.milestones().hadItsTime()) {
            return MissingEvidence.unreached(Checks.CLOSED_BY_SERVER, expected, seen);
        }
        Map<Fault, List<VictimOutcome>> watching = byFault(outcomes.all().stream()
                .filter(outcome -> outcome.isWatching() && isDeath(outcome))
                .toList());
        Goodbyes goodbyes = seen.milestones().goodbyes();
        if (goodbyes != null && goodbyes.answered() == 0 && goodbyes.said() >= FEWEST_GOODBYES) {
            return Checks.CLOSED_BY_SERVER.fail(
                    "a close frame is answered with one (RFC 6455 5.5.1)",
                    "none of " + Amount.of(goodbyes.said(), "healthy client")
                            + " that said goodbye was answered within 2 s",
                    "answer a close frame with a close frame, and then close the connection");
        }
        if (watching.isEmpty()) {
            return Checks.CLOSED_BY_SERVER.notChecked(
                    expected, "no victim stayed to watch", "add --half-close N or --freeze N");
        }
        String observed = watching.entrySet().stream()
                .map(entry -> entry.getKey().name() + " " + closed(entry.getValue(), outcomes) + " of "
                        + entry.getValue().size())
                .collect(Collectors.joining(", "));
        boolean allClosed = watching.values().stream().allMatch(those -> closed(those, outcomes) == those.size());
        String verb =
                Amount.word(watching.values().stream().mapToLong(List::size).sum(), " was", " were");
        return allClosed
                ? Checks.CLOSED_BY_SERVER.pass(expected, observed + verb + " closed")
                : Checks.CLOSED_BY_SERVER.fail(
                        expected,
                        observed + verb + " closed",
                        "close the socket on end of stream, and on a missing pong; else it stays half open for ever");
    }

    private static long closed(List<VictimOutcome> those, VictimOutcomes outcomes) {
        return those.stream()
                .filter(outcome -> isClosedInTime(outcome, outcomes))
                .count();
    }

    /** Where only its socket can tell, a frozen victim looks after its limit, and just has to find the end then. */
    private static boolean isClosedInTime(VictimOutcome outcome, VictimOutcomes outcomes) {
        return outcome.isEndedByServer()
                && (!outcome.isEndTimed()
                        || outcome.serverEndedAt() - outcome.inflictedAt()
                                <= outcomes.limitFor(outcome.fault()).toNanos());
    }

    private static Map<Fault, List<VictimOutcome>> byFault(List<VictimOutcome> those) {
        return those.stream()
                .collect(Collectors.groupingBy(VictimOutcome::fault, LinkedHashMap::new, Collectors.toList()));
    }

    private static String limits(Map<Fault, List<VictimOutcome>> byFault, VictimOutcomes outcomes) {
        return byFault.keySet().stream()
                .map(fault -> fault.name() + " " + outcomes.limitFor(fault).toMillis() / 1_000.0 + " s")
                .collect(Collectors.joining(", "));
    }

    private static String counts(Map<Fault, List<VictimOutcome>> byFault, VictimOutcomes outcomes) {
        return byFault.entrySet().stream()
                .map(entry -> entry.getKey().name() + " "
                        + entry.getValue().stream().filter(outcomes::isInTime).count() + " of "
                        + entry.getValue().size() + " in time")
                .collect(Collectors.joining(", "));
    }
}
