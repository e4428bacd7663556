package dev.wsdoc.chaos.judge;

import dev.wsdoc.chaos.observe.LogSamples;
import dev.wsdoc.chaos.observe.LogSeen;
import dev.wsdoc.chaos.observe.Observations;
import dev.wsdoc.chaos.observe.VictimOutcomes;
import dev.wsdoc.report.Amount;
import dev.wsdoc.verdict.Finding;

/** Was the log quiet? Pure. */
final class LogJudge {
    private LogJudge() {}

    static Finding noUnexpectedErrors(Observations seen) {
        String expected = "no entry calls a client's death an unexpected error, and no other error appears";
        LogSeen log = seen.log();
        if (log == null) {
            return MissingEvidence.noLog(Checks.NO_UNEXPECTED_ERRORS, expected);
        }
        if (isUntested(seen)) {
            return MissingEvidence.unreached(Checks.NO_UNEXPECTED_ERRORS, expected, seen);
        }
        if (log.figures().lines() == 0) {
            return MissingEvidence.silentLog(Checks.NO_UNEXPECTED_ERRORS, expected);
        }
        long count = log.unexpected().count();
        return count == 0
                ? Checks.NO_UNEXPECTED_ERRORS.pass(expected, "none in " + extent(log))
                : Checks.NO_UNEXPECTED_ERRORS
                        .fail(
                                expected,
                                Amount.of(count, "unexpected error") + " in " + extent(log) + causes(log.unexpected()),
                                "tell ends apart by exception type and state; keep ERROR for what needs a human")
                        .quoting(log.unexpected().quoted());
    }

    static Finding expectedStaysQuiet(Observations seen) {
        String expected = "clients that vanish are logged at DEBUG, what they got wrong at INFO at the most";
        LogSeen log = seen.log();
        if (log == null) {
            return MissingEvidence.noLog(Checks.EXPECTED_STAYS_QUIET, expected);
        }
        if (isUntested(seen)) {
            return MissingEvidence.unreached(Checks.EXPECTED_STAYS_QUIET, expected, seen);
        }
        if (log.figures().lines() == 0) {
            return MissingEvidence.silentLog(Checks.EXPECTED_STAYS_QUIET, expected);
        }
        String remedy =
                "log resets, broken pipes and the like at DEBUG, bad requests and frames at INFO; count them instead";
        if (log.loud().count() > 0) {
            return Checks.EXPECTED_STAYS_QUIET
                    .fail(
                            expected,
                            entries(log.loud()) + " at WARN or ERROR" + tell(log.loud()) + " of expected ends"
                                    + causes(log.loud()),
                            remedy)
                    .quoting(log.loud().quoted());
        }
        if (log.raised().count() > 0) {
            return Checks.EXPECTED_STAYS_QUIET
                    .warn(
                            expected,
                            entries(log.raised()) + tell(log.raised()) + " of expected ends, louder than need be"
                                    + causes(log.raised()),
                            remedy)
                    .quoting(log.raised().quoted());
        }
        return Checks.EXPECTED_STAYS_QUIET.pass(expected, "none too loud in " + extent(log));
    }

    static Finding fallsQuiet(Observations seen) {
        String expected = "once the dead are gone, the log says no more of them";
        LogSeen log = seen.log();
        if (log == null) {
            return MissingEvidence.noLog(Checks.FALLS_QUIET, expected);
        }
        if (log.figures().lines() == 0) {
            return MissingEvidence.silentLog(Checks.FALLS_QUIET, expected);
        }
        return switch (seen.milestones().falling()) {
            case NOT_WAITED_FOR -> MissingEvidence.unreached(Checks.FALLS_QUIET, expected, seen);
            case FELL_QUIET -> Checks.FALLS_QUIET.pass(expected, "it fell quiet");
            case KEPT_ON ->
                Checks.FALLS_QUIET
                        .fail(
                                expected,
                                "it kept telling of disconnects for 5 s after the cleanup",
                                "take removed connections out of whatever still sends to them")
                        .quoting(log.stirring().newest());
        };
    }

    /** Without a fault that was inflicted, a quiet log tells nothing. */
    private static boolean isUntested(Observations seen) {
        VictimOutcomes outcomes = seen.outcomes();
        return seen.milestones().pingWait() == null || outcomes == null || !outcomes.hasAny();
    }

    private static String causes(LogSamples samples) {
        return " (" + samples.byCause() + ")";
    }

    private static String entries(LogSamples samples) {
        return Amount.of(samples.count(), "entry", "entries");
    }

    private static String tell(LogSamples samples) {
        return Amount.word(samples.count(), " tells", " tell");
    }

    private static String extent(LogSeen log) {
        return Amount.of(log.figures().lines(), "line");
    }
}
