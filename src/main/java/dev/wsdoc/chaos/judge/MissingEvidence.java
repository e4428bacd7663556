package dev.wsdoc.chaos.judge;

import dev.wsdoc.chaos.observe.LogSeen;
import dev.wsdoc.chaos.observe.Milestones.Steady;
import dev.wsdoc.chaos.observe.Observations;
import dev.wsdoc.verdict.Check;
import dev.wsdoc.verdict.Finding;
import org.jspecify.annotations.Nullable;

/** The findings of checks for which evidence is missing, each with what would provide it. */
final class MissingEvidence {
    /** What to do where a server ends clients as they come. */
    static final String WHAT_IT_ASKS = "give what it asks of a client: --subprotocol, --hello, -H or --bearer";

    private MissingEvidence() {}

    /** The experiment did not come so far. */
    static Finding unreached(Check check, String expected, Observations seen) {
        if (seen.process() != null && seen.process().death() != null) {
            return check.notChecked(
                    expected,
                    "the server's process ended before this could be seen",
                    "find out why it ended: see process.alive");
        }
        Steady steady = seen.milestones().steady();
        if (seen.outcomes() != null && seen.outcomes().lostAll()) {
            return check.notChecked(
                    expected,
                    "all victims had ended before their turn came, so nothing was done to anybody",
                    "see server.keeps-innocent; keep clients alive with --keep-alive-text or --hello");
        }
        return steady != null && steady.isHopeless()
                ? check.notChecked(
                        expected,
                        "the server was not in a steady state, so nothing was done to it",
                        "mend server.steady-before first")
                : check.notChecked(
                        expected,
                        "the experiment ended before this could be seen",
                        "let it run to its end (--timeout)");
    }

    /** There is no status page, or the experiment did not come so far; another page with counts would do. */
    static Finding noStatus(Check check, String expected, Observations seen) {
        return noPage(
                check,
                expected,
                seen,
                "the server has no status page that wsdoc can read",
                "give the server /api/debug/websocket-status as wsdoc serve has it; --token if it wants one; or"
                        + " name its own page with --status-url URL or --metrics-url URL");
    }

    /** There is no status page, or the experiment did not come so far; counts alone would not do. */
    static Finding noJournal(Check check, String expected, Observations seen) {
        return noPage(
                check,
                expected,
                seen,
                "the server tells of no single connection what became of it",
                "give the server /api/debug/websocket-status and /api/debug/websocket-ends as wsdoc serve has them;"
                        + " --token if they want one");
    }

    private static Finding noPage(Check check, String expected, Observations seen, String reason, String remedy) {
        @Nullable Steady steady = seen.milestones().steady();
        if (steady != null
                && steady.stats() != null
                && !seen.counts().troubles().isEmpty()) {
            return check.fail(
                    expected,
                    "the status page answered before the chaos, and then no more: "
                            + seen.counts().troubles().get(0),
                    "let the status page answer whatever the connections do");
        }
        if (steady == null || steady.stats() != null) {
            return unreached(check, expected, seen);
        }
        return check.notChecked(expected, reason, remedy);
    }

    /** The journal of ends had dropped some before they were read, so that who is missing in it may have been noticed. */
    static Finding endsLost(Check check, String expected) {
        return check.notChecked(
                expected,
                "the server's journal of ends dropped some before they could be read",
                "ask for fewer victims in one run, or let the journal keep more");
    }

    /** A log could not be read or written, or said nothing at all; null when it can be judged by. */
    static @Nullable Finding ofLog(Check check, String expected, LogSeen log) {
        if (log.failure() != null) {
            return check.notChecked(
                    expected, log.failure(), "make room on the disk, or let wsdoc read the log, and run it again");
        }
        return log.figures().lines() == 0 ? silentLog(check, expected) : null;
    }

    /** The log did not grow, so that nothing can be said by it. */
    private static Finding silentLog(Check check, String expected) {
        return check.notChecked(
                expected,
                "the log did not grow at all",
                "make sure that it is this server's log; lower its level (DEBUG) for the examination, and see whether it tells"
                        + " of the dead later (--watch-after 30s)");
    }

    /** There is no log. */
    static Finding noLog(Check check, String expected) {
        return check.notChecked(
                expected,
                "no log was given",
                "name the server's log with --log FILE, or let wsdoc start it with --exec");
    }
}
