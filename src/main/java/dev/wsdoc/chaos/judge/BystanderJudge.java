package dev.wsdoc.chaos.judge;

import dev.wsdoc.chaos.bystander.BystandersSeen;
import dev.wsdoc.chaos.bystander.BystandersSeen.Waits;
import dev.wsdoc.chaos.observe.Observations;
import dev.wsdoc.chaos.victim.InnocentEnd;
import dev.wsdoc.report.Amount;
import dev.wsdoc.report.BystanderFigures;
import dev.wsdoc.verdict.Check;
import dev.wsdoc.verdict.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Did the healthy connections notice anything? Pure. */
final class BystanderJudge {
    private static final double LONG_WAIT_MS = 1_000;
    private static final double LONG_WAIT_TIMES = 20;
    private static final int TOO_FEW_MESSAGES = 5; // a limit that low ends everybody who says anything
    private static final int TOO_OFTEN = 3; // one that comes again and is ended again is not ended for being slow
    private static final double TOO_LATE_MS = 250; // wsdoc's own beat, every 50 ms

    private BystanderJudge() {}

    static Finding alive(Observations seen) {
        String expected = "every bystander is open and answers";
        BystandersSeen bystanders = judged(seen);
        if (bystanders == null) {
            return missing(Checks.BYSTANDERS_ALIVE, expected, seen);
        }
        BystanderFigures figures = bystanders.figures();
        List<InnocentEnd> ends = new ArrayList<>(bystanders.ends());
        ends.addAll(bystanders.provokerEnds());
        boolean areAlive =
                figures.alive() == figures.opened() && bystanders.provokerEnds().isEmpty();
        String observed = figures.alive() + " of " + figures.opened()
                + verb(figures.alive(), figures.opened(), " is", " are") + " alive"
                + (bystanders.ends().isEmpty() ? "" : " (" + EndWords.of(bystanders.ends()) + ")")
                + provoker(bystanders.provokerEnds()) + badText(bystanders) + latency(figures);
        if (!areAlive
                && isBusy(bystanders.waits())
                && bystanders.provokerEnds().size() < TOO_OFTEN
                && ends.stream().allMatch(BystanderJudge::mayBeOurFault)) {
            return tooBusy(Checks.BYSTANDERS_ALIVE, expected, observed, bystanders.waits());
        }
        if (areAlive && bystanders.badText().bystanders() == 0) {
            return Checks.BYSTANDERS_ALIVE.pass(expected, observed);
        }
        String remedy = BystanderRemedy.of(bystanders, ends);
        return metALimit(bystanders, ends)
                ? Checks.BYSTANDERS_ALIVE.warn(expected, observed, remedy)
                : Checks.BYSTANDERS_ALIVE.fail(expected, observed, remedy);
    }

    /** Who is ended by a limit on messages, and told so, is ended by a rule of the server's that is no disease, unless it is absurd. */
    private static boolean metALimit(BystandersSeen seen, List<InnocentEnd> ends) {
        int gone = seen.figures().opened() - seen.figures().alive();
        return seen.badText().bystanders() == 0
                && seen.ends().size() >= gone
                && ends.stream().allMatch(end -> end.isForSayingTooMuch() && end.messages() > TOO_FEW_MESSAGES);
    }

    private static Finding tooBusy(Check check, String expected, String observed, Waits waits) {
        return check.notChecked(
                expected,
                observed + "; but this machine was too busy to answer in time: wsdoc's own beat was "
                        + Amount.millis(waits.lateMs()) + " late",
                "run it again with less beside it");
    }

    private static String provoker(List<InnocentEnd> ends) {
        if (ends.isEmpty()) {
            return "";
        }
        InnocentEnd first = ends.get(0);
        return "; who made the server send was ended " + Amount.of(ends.size(), "time") + ", first after "
                + Amount.of(first.messages(), "message") + ": " + EndWords.of(ends);
    }

    private static String badText(BystandersSeen seen) {
        return seen.badText().bystanders() == 0
                ? ""
                : "; " + seen.badText().bystanders()
                        + Amount.word(seen.badText().bystanders(), " was", " were") + " sent text that is not UTF-8"
                        + (seen.badText().during().isEmpty()
                                ? ""
                                : " during " + seen.badText().during()) + ", at which clients hang up (RFC 6455 8.1)";
    }

    private static String latency(BystanderFigures figures) {
        return figures.latencyMs() == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", round trip p99 %.1f ms",
                        figures.latencyMs().p99());
    }

    static Finding served(Observations seen) {
        String expected = "no bystander waits for an answer longer than " + Amount.millis(LONG_WAIT_MS) + " and "
                + Math.round(LONG_WAIT_TIMES) + " times as long as undisturbed";
        BystandersSeen bystanders = judged(seen);
        if (bystanders == null) {
            return missing(Checks.BYSTANDERS_SERVED, expected, seen);
        }
        Waits waits = bystanders.waits();
        if (waits.disturbedMs() == 0
                && bystanders.ends().size() >= bystanders.figures().opened()) {
            return Checks.BYSTANDERS_SERVED.notChecked(
                    expected,
                    "no bystander was left to be answered during the chaos",
                    "keep the healthy connections alive: see " + Checks.BYSTANDERS_ALIVE.name());
        }
        if (waits.undisturbedMs() == 0 || waits.disturbedMs() == 0) {
            return Checks.BYSTANDERS_SERVED.notChecked(
                    expected,
                    "no round trip was measured " + (waits.undisturbedMs() == 0 ? "undisturbed" : "during the chaos"),
                    "let the server answer pings (RFC 6455 5.5.2)");
        }
        String observed = "the longest wait was " + Amount.millis(waits.disturbedMs()) + ", "
                + Amount.millis(waits.undisturbedMs()) + " undisturbed";
        boolean waited =
                waits.disturbedMs() > LONG_WAIT_MS && waits.disturbedMs() > LONG_WAIT_TIMES * waits.undisturbedMs();
        if (waited && isBusy(waits)) {
            return tooBusy(Checks.BYSTANDERS_SERVED, expected, observed, waits);
        }
        return waited
                ? Checks.BYSTANDERS_SERVED.fail(
                        expected,
                        observed,
                        "do not let one client's send or farewell block the others: no shared loop or lock may wait for it")
                : Checks.BYSTANDERS_SERVED.pass(expected, observed);
    }

    static Finding noLoss(Observations seen) {
        String expected = "every message reaches every bystander";
        BystandersSeen bystanders = judged(seen);
        if (bystanders == null) {
            return missing(Checks.BYSTANDERS_NO_LOSS, expected, seen);
        }
        return LossJudge.of(bystanders, seen.anamnesis().pushMs(), expected);
    }

    /** RFC 6455 section 5.5.3. Only where pings were sent that somebody answered. */
    static @Nullable Finding pongsUnchanged(Observations seen) {
        BystandersSeen bystanders = seen.bystanders();
        if (bystanders == null || bystanders.garbling() == 0) {
            return null;
        }
        return Checks.PONGS_UNCHANGED.fail(
                "a pong has the bytes of the ping that it answers (RFC 6455 5.5.3)",
                bystanders.garbling() + " of " + Amount.of(bystanders.figures().opened(), "bystander")
                        + " got pongs with other bytes, such as '" + bystanders.garbledAs() + "'",
                "send the ping's application data back as it came, as bytes");
    }

    private static String verb(long part, long all, String singular, String plural) {
        return Amount.word(all == 1 ? 1 : part, singular, plural);
    }

    /** Who pongs too late is ended for that, or without a word. */
    private static boolean mayBeOurFault(InnocentEnd end) {
        return end.isForWantOfPongs() || end.isForSilence() || end.seen().closeCode() == 0;
    }

    private static boolean isBusy(Waits waits) {
        return waits.lateMs() > TOO_LATE_MS;
    }

    /** Once the bystanders had their time to answer; null before. */
    private static @Nullable BystandersSeen judged(Observations seen) {
        BystandersSeen bystanders = seen.bystanders();
        return bystanders == null || !bystanders.isFinal() ? null : bystanders;
    }

    private static Finding missing(Check check, String expected, Observations seen) {
        boolean thereWereNone = seen.milestones().opened() != null && seen.bystanders() == null;
        return thereWereNone
                ? check.notChecked(
                        expected,
                        "there were no bystanders",
                        "ask for some with --bystanders N, and let the server take as many clients")
                : MissingEvidence.unreached(check, expected, seen);
    }
}
