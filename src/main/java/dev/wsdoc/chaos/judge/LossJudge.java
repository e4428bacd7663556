package dev.wsdoc.chaos.judge;

import dev.wsdoc.chaos.bystander.BystandersSeen;
import dev.wsdoc.chaos.bystander.DeliverySeen;
import dev.wsdoc.chaos.bystander.DeliverySeen.Pushes;
import dev.wsdoc.report.Amount;
import dev.wsdoc.report.BystanderFigures;
import dev.wsdoc.verdict.Finding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Did every message reach every healthy client, once: what they said, what the provoker said, what the server sends by itself? Pure. */
final class LossJudge {
    private static final String TASK = "look for the task that sends: a receiver that is gone must not end it";

    private LossJudge() {}

    /** @param pushMs how far apart messages were that the server sent by itself to wsdoc's first connections; null when it did not */
    static Finding of(BystandersSeen seen, @Nullable Long pushMs, String expected) {
        BystanderFigures figures = seen.figures();
        DeliverySeen delivery = seen.delivery();
        if (pushMs != null && delivery.pushes().heard() == 0) {
            return Checks.BYSTANDERS_NO_LOSS.fail(
                    expected,
                    "the server sent by itself, every " + Amount.millis((double) pushMs)
                            + ", to wsdoc's first connections, and nothing to any bystander, who came when these had left",
                    TASK);
        }
        if (figures.messagesExpected() == 0 && delivery.pushes().streaming() == 0) {
            return nothingKnown(seen, expected);
        }
        long lost = figures.messagesExpected() - figures.messagesReceived();
        String observed = observed(figures, delivery, lost);
        if (lost > 0 || delivery.pushes().stopped() > 0) {
            return Checks.BYSTANDERS_NO_LOSS.fail(expected, observed, remedy(figures, delivery));
        }
        return delivery.repeats()
                ? Checks.BYSTANDERS_NO_LOSS.warn(
                        expected,
                        observed,
                        "do not repeat a whole broadcast because one receiver failed: go on with the next")
                : Checks.BYSTANDERS_NO_LOSS.pass(expected, observed);
    }

    private static Finding nothingKnown(BystandersSeen seen, String expected) {
        return seen.provokerEnds().isEmpty()
                ? Checks.BYSTANDERS_NO_LOSS.notChecked(
                        expected,
                        "nothing is known of what the server sends; bystanders only sent pings",
                        "give --expect-echo if the server sends every message back, or say with --provoke what it sends"
                                + " to everybody")
                : Checks.BYSTANDERS_NO_LOSS.notChecked(
                        expected,
                        "whoever was to make the server send was ended before anybody heard it",
                        "see " + Checks.BYSTANDERS_ALIVE.name());
    }

    private static String observed(BystanderFigures figures, DeliverySeen delivery, long lost) {
        List<String> parts = new ArrayList<>();
        if (figures.messagesExpected() > 0) {
            parts.add(Amount.share(lost, figures.messagesExpected(), "message")
                    + Amount.word(figures.messagesExpected() == 1 ? 1 : lost, " was", " were") + " lost"
                    + (lost == 0 ? "" : losers(figures, delivery)));
        }
        if (delivery.pushes().streaming() > 0) {
            parts.add(pushes(delivery.pushes()));
        }
        if (delivery.repeats()) {
            parts.add("one came " + Amount.of(delivery.copies(), "time") + ", before the chaos none more than "
                    + Amount.of(delivery.copiesBefore(), "time"));
        }
        return String.join("; ", parts);
    }

    private static String losers(BystanderFigures figures, DeliverySeen delivery) {
        return ", by " + delivery.losers() + " of " + Amount.of(figures.opened(), "bystander")
                + ": they had not come 2 s after the last one was sent";
    }

    private static String pushes(Pushes pushes) {
        String stream = "what the server sends by itself, every " + Amount.millis(pushes.gapMs());
        return pushes.stopped() == 0
                ? stream + " at the latest, kept coming"
                : stream + " at the latest, came no more to " + pushes.stopped() + " of "
                        + Amount.of(pushes.streaming(), "bystander") + ", for " + Amount.millis(pushes.silenceMs());
    }

    private static String remedy(BystanderFigures figures, DeliverySeen delivery) {
        if (delivery.pushes().stopped() > 0) {
            return TASK;
        }
        return delivery.losers() >= figures.opened()
                ? "look for a broadcast that ends at the first receiver that fails"
                : "look for a broadcast that ends at the first receiver that fails, or a subscription that goes with another's";
    }
}
