package dev.wsdoc.chaos.judge;

import dev.wsdoc.chaos.observe.Milestones.Steady;
import dev.wsdoc.chaos.observe.Milestones.Trial;
import dev.wsdoc.chaos.observe.Observations;
import dev.wsdoc.fault.SocketObservation;
import dev.wsdoc.model.ServerStats;
import dev.wsdoc.report.Amount;
import dev.wsdoc.swarm.OpenFailure;
import dev.wsdoc.verdict.Finding;
import dev.wsdoc.wire.handshake.UpgradeRefusal;

/** Does the server serve, before and after? Pure. */
final class ServiceJudge {
    private ServiceJudge() {}

    static Finding steadyBefore(Observations seen) {
        String expected = "a fresh connection is answered, and no stale connection is listed";
        Steady steady = seen.milestones().steady();
        if (steady == null) {
            return MissingEvidence.unreached(Checks.STEADY_BEFORE, expected, seen);
        }
        if (!steady.trial().isWell()) {
            return Checks.STEADY_BEFORE.fail(
                    expected,
                    "the fresh connection opened, but " + unanswered(steady.trial()),
                    steady.trial().end() == null
                            ? "make the server answer at all; nothing was disturbed"
                            : wanting(steady.trial().end()));
        }
        ServerStats stats = steady.stats();
        if (stats != null && stats.staleConnections() > 0) {
            return Checks.STEADY_BEFORE.warn(
                    expected,
                    Amount.of(stats.staleConnections(), "stale connection")
                            + Amount.word(stats.staleConnections(), " was", " were") + " listed already",
                    "sweep them (wsdoc cleanup), so that this run's counts are its own");
        }
        return Checks.STEADY_BEFORE.pass(expected, "its " + steady.trial().how() + " was answered");
    }

    static Finding acceptsAfter(Observations seen) {
        String expected = "a fresh connection opens and is answered";
        Trial after = seen.milestones().after();
        if (after == null) {
            return MissingEvidence.unreached(Checks.ACCEPTS_AFTER, expected, seen);
        }
        if (after.isWell()) {
            return Checks.ACCEPTS_AFTER.pass(expected, "its " + after.how() + " was answered");
        }
        String observed = after.failure() == null
                ? "it opened, but " + unanswered(after)
                : "it could not be opened: " + after.failure().text();
        return Checks.ACCEPTS_AFTER.fail(
                expected,
                observed,
                wasRefused(after)
                        ? "look for a limit, or a ban for connections that were lost, which dead ones still count against"
                        : "look for slots, descriptors or threads that dead connections still hold");
    }

    /** It was told so, by the upgrade's status or by a close code. */
    private static boolean wasRefused(Trial after) {
        OpenFailure failure = after.failure();
        return failure == null
                ? after.end() != null && after.end().closeCode() != 0
                : failure.refusal() != null && failure.refusal().reason() == UpgradeRefusal.Reason.STATUS;
    }

    /** Why a connection that opened was not well. */
    private static String unanswered(Trial trial) {
        return trial.end() == null
                ? "its " + trial.how() + " was not answered within 5 s"
                : "the server ended it: " + trial.end().words();
    }

    private static String wanting(SocketObservation end) {
        return end.isTurnedAway()
                ? MissingEvidence.WHAT_IT_ASKS
                : "find out why it ends a client that does nothing but ping; nothing was disturbed";
    }
}
