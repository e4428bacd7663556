package dev.wsdoc.chaos.judge;

import dev.wsdoc.chaos.observe.Observations;
import dev.wsdoc.chaos.observe.VictimOutcome;
import dev.wsdoc.chaos.observe.VictimOutcomes;
import dev.wsdoc.fault.Fault;
import dev.wsdoc.fault.Fault.Farewell;
import dev.wsdoc.verdict.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Did the server notice, and end its side? Pure. */
final class DetectJudge {
    private DetectJudge() {}

    static Finding inTime(Observations seen) {
        VictimOutcomes casualties = seen.casualties;
        if (casualties == null || !seen.observed) {
            return MissingEvidence.unreached(Checks.DETECT_IN_TIME, "every death is noticed", seen);
        }
        List<VictimOutcome> deaths =
                casualties.fates().stream().filter(DetectJudge::isDeath).toList();
        if (deaths.isEmpty()) {
            return Checks.DETECT_IN_TIME.notChecked(
                    "every death is noticed", "no fault of this run is a death", "add --abrupt N or --drop N");
        }
        Map<Fault, List<VictimOutcome>> byFault = byFault(deaths);
        String expected = "every death is noticed within its limit: " + limits(byFault, casualties);
        if (!byFault.keySet().stream().allMatch(casualties::isObservable)) {
            return MissingEvidence.noJournal(Checks.DETECT_IN_TIME, expected, seen);
        }
        long late = deaths.stream().filter(fate -> !casualties.isInTime(fate)).count();
        String observed = counts(byFault, casualties);
        return late == 0
                ? Checks.DETECT_IN_TIME.pass(expected, observed)
                : Checks.DETECT_IN_TIME.fail(
                        expected,
                        observed,
                        "read every connection to its end, act on end of stream and reset, and ping those that are"
                                + " silent");
    }

    /**
     * Misbehaviour that leaves the client alive has an expectation of its own: see {@link FaultJudge}. Whoever had ended
     * before dies no second time.
     */
    private static boolean isDeath(VictimOutcome fate) {
        return fate.fault().expectation() == null && fate.fault().farewell() != Farewell.NONE && !fate.endedBefore();
    }

    static Finding closedByServer(Observations seen) {
        String expected = "a victim that watches sees the server end its side within the limit";
        VictimOutcomes casualties = seen.casualties;
        if (casualties == null || !seen.observed) {
            return MissingEvidence.unreached(Checks.CLOSED_BY_SERVER, expected, seen);
        }
        Map<Fault, List<VictimOutcome>> watching = byFault(casualties.fates().stream()
                .filter(fate -> fate.isWatching() && isDeath(fate))
                .toList());
        if (watching.isEmpty()) {
            return Checks.CLOSED_BY_SERVER.notChecked(
                    expected, "no victim stayed to watch", "add --half-close N or --freeze N");
        }
        String observed = watching.entrySet().stream()
                .map(entry -> entry.getKey().name() + " " + closed(entry.getValue(), casualties) + " of "
                        + entry.getValue().size())
                .collect(Collectors.joining(", "));
        boolean allClosed = watching.values().stream().allMatch(fates -> closed(fates, casualties) == fates.size());
        return allClosed
                ? Checks.CLOSED_BY_SERVER.pass(expected, observed + " were closed")
                : Checks.CLOSED_BY_SERVER.fail(
                        expected,
                        observed + " were closed",
                        "close the socket on end of stream, and on a missing pong; else it stays half open for ever");
    }

    private static long closed(List<VictimOutcome> fates, VictimOutcomes casualties) {
        return fates.stream().filter(fate -> isClosedInTime(fate, casualties)).count();
    }

    /** A frozen victim looks only after its limit, so that it just has to find its socket ended then. */
    private static boolean isClosedInTime(VictimOutcome fate, VictimOutcomes casualties) {
        return fate.sight().isEnded()
                && (fate.fault().notice() == Fault.Notice.BY_PING
                        || fate.endedAt() - fate.inflictedAt()
                                <= casualties.limitFor(fate.fault()).toNanos());
    }

    private static Map<Fault, List<VictimOutcome>> byFault(List<VictimOutcome> fates) {
        return fates.stream()
                .collect(Collectors.groupingBy(VictimOutcome::fault, LinkedHashMap::new, Collectors.toList()));
    }

    private static String limits(Map<Fault, List<VictimOutcome>> byFault, VictimOutcomes casualties) {
        return byFault.keySet().stream()
                .map(fault -> fault.name() + " " + casualties.limitFor(fault).toMillis() / 1_000.0 + " s")
                .collect(Collectors.joining(", "));
    }

    private static String counts(Map<Fault, List<VictimOutcome>> byFault, VictimOutcomes casualties) {
        return byFault.entrySet().stream()
                .map(entry -> entry.getKey().name() + " "
                        + entry.getValue().stream().filter(casualties::isInTime).count() + " of "
                        + entry.getValue().size() + " in time")
                .collect(Collectors.joining(", "));
    }
}
