package dev.wsdoc.chaos.judge;

import dev.wsdoc.chaos.observe.LogSamples;
import dev.wsdoc.chaos.observe.LogSeen;
import dev.wsdoc.chaos.observe.LogSeen.Growth;
import dev.wsdoc.chaos.observe.Milestones.Falling;
import dev.wsdoc.chaos.observe.Observations;
import dev.wsdoc.chaos.victim.VictimOutcomes;
import dev.wsdoc.report.Amount;
import dev.wsdoc.verdict.Finding;

/** Was the log quiet? Pure. */
final class LogJudge {
    private static final long LINES_A_VICTIM = 50;
    private static final long MIB = 1 << 20;
    private static final long MOST_BYTES = 10 * MIB;

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
        long count = log.unexpected().count();
        if (count > 0) {
            return Checks.NO_UNEXPECTED_ERRORS
                    .fail(
                            expected,
                            Amount.of(count, "unexpected error") + " in " + extent(log) + causes(log.unexpected()),
                            "tell ends apart by exception type and state; keep ERROR for what needs a human")
                    .quoting(log.unexpected().quoted());
        }
        Finding blind = MissingEvidence.ofLog(Checks.NO_UNEXPECTED_ERRORS, expected, log);
        return blind != null ? blind : Checks.NO_UNEXPECTED_ERRORS.pass(expected, "none in " + extent(log));
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
        Finding blind = MissingEvidence.ofLog(Checks.EXPECTED_STAYS_QUIET, expected, log);
        if (blind != null) {
            return blind;
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
        if (seen.milestones().falling() == Falling.KEPT_ON) {
            return Checks.FALLS_QUIET
                    .fail(
                            expected,
                            "it kept telling of disconnects for 5 s after the cleanup",
                            "take removed connections out of whatever still sends to them")
                    .quoting(log.keptOn().newest());
        }
        Finding blind = MissingEvidence.ofLog(Checks.FALLS_QUIET, expected, log);
        if (blind != null) {
            return blind;
        }
        return seen.milestones().falling() == Falling.NOT_WAITED_FOR
                ? MissingEvidence.unreached(Checks.FALLS_QUIET, expected, seen)
                : Checks.FALLS_QUIET.pass(expected, "it fell quiet");
    }

    /** A flood hides what matters and fills the disk, whatever its level. */
    static Finding proportionate(Observations seen) {
        String expected = "the log grows by at most " + LINES_A_VICTIM + " lines a victim, and 10 MiB in all";
        LogSeen log = seen.log();
        if (log == null) {
            return MissingEvidence.noLog(Checks.PROPORTIONATE, expected);
        }
        VictimOutcomes outcomes = seen.outcomes();
        if (outcomes == null || isUntested(seen)) {
            return MissingEvidence.unreached(Checks.PROPORTIONATE, expected, seen);
        }
        Growth growth = log.growth();
        long victims = outcomes.all().size();
        String observed = growth(growth, victims);
        if (growth.lines() > LINES_A_VICTIM * victims || growth.size() > MOST_BYTES) {
            return Checks.PROPORTIONATE
                    .fail(
                            expected,
                            observed + causes(growth.entries()),
                            "tell of a connection's end once, and of a send that failed not for each message; count the"
                                    + " rest")
                    .quoting(growth.entries().quoted());
        }
        Finding blind = MissingEvidence.ofLog(Checks.PROPORTIONATE, expected, log);
        return blind != null ? blind : Checks.PROPORTIONATE.pass(expected, observed);
    }

    private static String growth(Growth growth, long victims) {
        String unread = growth.unread() == 0
                ? ""
                : ", and by " + (growth.unread() + MIB - 1) / MIB + " MiB more that were not read";
        return "it grew by " + Amount.of(growth.lines(), "line") + " for " + Amount.of(victims, "victim") + unread;
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
        String watched = log.watchedFor().isZero()
                ? ""
                : ", watched for " + Amount.millis((double) log.watchedFor().toMillis()) + " afterwards";
        return Amount.of(log.figures().lines(), "line") + watched;
    }
}
