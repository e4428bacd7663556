package dev.wsdoc.chaos.judge;

import dev.wsdoc.chaos.observe.BystandersSeen;
import dev.wsdoc.chaos.observe.Milestones.Steady;
import dev.wsdoc.chaos.observe.Milestones.Trial;
import dev.wsdoc.chaos.observe.Observations;
import dev.wsdoc.model.ServerStats;
import dev.wsdoc.report.Amount;
import dev.wsdoc.report.BystanderFigures;
import dev.wsdoc.verdict.Finding;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Does the server serve: before, after, and the bystanders in between? Pure. */
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
                    "the fresh connection opened, but its " + steady.trial().how() + " was not answered within 5 s",
                    "make the server answer at all; nothing was disturbed");
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
                ? "it opened, but its " + after.how() + " was not answered within 5 s"
                : "it could not be opened: " + after.failure().text();
        return Checks.ACCEPTS_AFTER.fail(
                expected, observed, "look for slots, descriptors or threads that dead connections still hold");
    }

    static Finding bystandersAlive(Observations seen) {
        String expected = "every bystander is open and answers";
        BystanderFigures figures = judged(seen);
        if (figures == null) {
            return noBystanders(seen)
                    ? Checks.BYSTANDERS_ALIVE.notChecked(
                            expected, "there were no bystanders", "ask for some with --bystanders N")
                    : MissingEvidence.unreached(Checks.BYSTANDERS_ALIVE, expected, seen);
        }
        String observed =
                figures.alive() + " of " + figures.opened() + verb(figures.alive(), figures.opened(), " is", " are")
                        + " alive" + (ends(seen).isEmpty() ? "" : " (" + ends(seen) + ")") + latency(figures);
        return figures.alive() == figures.opened()
                ? Checks.BYSTANDERS_ALIVE.pass(expected, observed)
                : Checks.BYSTANDERS_ALIVE.fail(
                        expected,
                        observed,
                        "find out why handling the dead touches the living: shared loops, locks, or ids mixed up");
    }

    /** The figures, once the bystanders had their time to answer; null before. */
    private static @Nullable BystanderFigures judged(Observations seen) {
        BystandersSeen bystanders = seen.bystanders();
        return bystanders == null || !bystanders.isFinal() ? null : bystanders.figures();
    }

    private static String ends(Observations seen) {
        return seen.bystanders() == null ? "" : seen.bystanders().ends();
    }

    private static String latency(BystanderFigures figures) {
        return figures.latencyMs() == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", round trip p99 %.1f ms",
                        figures.latencyMs().p99());
    }

    static Finding bystandersNoLoss(Observations seen) {
        String expected = "every message reaches every bystander";
        BystanderFigures figures = judged(seen);
        if (figures == null) {
            return noBystanders(seen)
                    ? Checks.BYSTANDERS_NO_LOSS.notChecked(
                            expected, "there were no bystanders", "ask for some with --bystanders N")
                    : MissingEvidence.unreached(Checks.BYSTANDERS_NO_LOSS, expected, seen);
        }
        if (figures.messagesExpected() == 0) {
            return Checks.BYSTANDERS_NO_LOSS.notChecked(
                    expected,
                    "nothing is known of what the server sends; bystanders only sent pings",
                    "give --expect-echo if the server sends every message back");
        }
        long lost = figures.messagesExpected() - figures.messagesReceived();
        String observed = Amount.share(lost, figures.messagesExpected(), "message")
                + verb(lost, figures.messagesExpected(), " was", " were") + " lost";
        return lost == 0
                ? Checks.BYSTANDERS_NO_LOSS.pass(expected, observed)
                : Checks.BYSTANDERS_NO_LOSS.fail(
                        expected, observed, "look for a broadcast that ends at the first receiver that fails");
    }

    /** That of a part: singular for one, and for none or all of one. */
    private static String verb(long part, long all, String singular, String plural) {
        return Amount.word(all == 1 ? 1 : part, singular, plural);
    }

    private static boolean noBystanders(Observations seen) {
        return seen.milestones().opened() != null && seen.bystanders() == null;
    }
}
