package dev.wsdoc.chaos.judge;

import dev.wsdoc.chaos.observe.Innocents;
import dev.wsdoc.chaos.observe.Observations;
import dev.wsdoc.chaos.victim.InnocentEnd;
import dev.wsdoc.chaos.victim.VictimOutcome;
import dev.wsdoc.report.Amount;
import dev.wsdoc.verdict.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Does the server leave alone who does nothing wrong? Bystanders are asked of by {@link BystanderJudge}. Pure. */
final class InnocentJudge {
    /** Keep-alives of client libraries are 15 s to 30 s apart: a shorter idle limit ends most clients that only wait for news. */
    private static final Duration TOO_SHORT_TO_KEEP_ALIVE = Duration.ofSeconds(10);

    private static final long TOGETHER = TimeUnit.MILLISECONDS.toNanos(300);

    private InnocentJudge() {}

    static Finding keepsInnocent(Observations seen) {
        String expected = "who answers pings, and says nothing otherwise, stays connected";
        Innocents innocents = seen.innocents();
        if (innocents == null || (seen.process() != null && seen.process().death() != null)) {
            return MissingEvidence.unreached(Checks.KEEPS_INNOCENT, expected, seen);
        }
        if (seen.anamnesis().fails()) {
            return Checks.KEEPS_INNOCENT.fail(
                    expected,
                    "a client that says something is ended by a failure of the server: "
                            + String.join("; ", seen.anamnesis().refusals()),
                    "find out what fails (the log may tell): one receiver that is gone, or a message of another form, must not end"
                            + " the connection that sent it");
        }
        List<InnocentEnd> ends = ends(innocents, seen);
        if (ends.isEmpty()) {
            return Checks.KEEPS_INNOCENT.pass(
                    expected,
                    "nobody was ended to whom nothing was done, while " + Amount.of(innocents.clients() + 1L, "client")
                            + " waited");
        }
        List<InnocentEnd> refused =
                ends.stream().filter(InnocentEnd::isRefusedForWantOfRoom).toList();
        ends.removeAll(refused);
        if (ends.isEmpty()) {
            return Checks.KEEPS_INNOCENT.warn(
                    expected,
                    "the server was full: " + refused.size() + " of "
                            + Amount.of(innocents.clients() + 1L, "client") + " were turned away as they came: "
                            + EndWords.of(refused),
                    "ask for fewer victims, or let the server take more connections for the examination");
        }
        String observed = words(ends, innocents.clients() + 1);
        if (ends.stream().anyMatch(end -> end.pings() > 0)) {
            return Checks.KEEPS_INNOCENT.fail(
                    expected,
                    observed + "; they had answered its pings",
                    "an answered ping shows that a client lives: do not end it for saying nothing else");
        }
        if (ends.stream().allMatch(end -> end.seen().isTurnedAway() && !end.isForSilence())) {
            return Checks.KEEPS_INNOCENT.fail(expected, observed, MissingEvidence.WHAT_IT_ASKS);
        }
        if (areTogether(ends)) {
            return Checks.KEEPS_INNOCENT.fail(
                    expected,
                    observed,
                    "all ended at once, while others suffered: look for a crash, a restart, or a limit that counts the dead");
        }
        long limit = ends.stream().mapToLong(InnocentEnd::aliveMs).min().orElse(0);
        String remedy =
                "let an idle limit be longer than what clients keep alive by (20 s to 60 s), and ping who is silent before"
                        + " it is over; --keep-alive-text has wsdoc's clients say something every 5 s";
        return limit < TOO_SHORT_TO_KEEP_ALIVE.toMillis()
                ? Checks.KEEPS_INNOCENT.fail(expected, observed, remedy)
                : Checks.KEEPS_INNOCENT.warn(expected, observed, remedy);
    }

    private static List<InnocentEnd> ends(Innocents innocents, Observations seen) {
        List<InnocentEnd> all = new ArrayList<>(innocents.ends());
        if (seen.outcomes() != null) {
            seen.outcomes().all().stream()
                    .filter(VictimOutcome::endedBefore)
                    .map(outcome -> outcome.innocentEnd().during(during(outcome.endedAt(), seen)))
                    .forEach(all::add);
        }
        return all;
    }

    /** The fault that was inflicted last before that time; empty when none was. */
    private static String during(long at, Observations seen) {
        return seen.outcomes() == null
                ? ""
                : seen.outcomes().all().stream()
                        .filter(outcome -> outcome.isInflicted() && outcome.inflictedAt() < at)
                        .max(Comparator.comparingLong(VictimOutcome::inflictedAt))
                        .map(outcome -> outcome.fault().name())
                        .orElse("");
    }

    private static boolean areTogether(List<InnocentEnd> ends) {
        long first = ends.stream().mapToLong(InnocentEnd::at).min().orElse(0);
        long last = ends.stream().mapToLong(InnocentEnd::at).max().orElse(0);
        return ends.size() > 1
                && last - first < TOGETHER
                && ends.stream().noneMatch(end -> end.during().isEmpty());
    }

    /** Such as {@code 6 of 11 clients were ended without a reason, 1.01 s after they came: 6 ended with close code 1001 'idle'}. */
    private static String words(List<InnocentEnd> ends, int clients) {
        double shortest = ends.stream().mapToDouble(InnocentEnd::aliveMs).min().orElse(0);
        double longest = ends.stream().mapToDouble(InnocentEnd::aliveMs).max().orElse(0);
        String when = Amount.millis(shortest).equals(Amount.millis(longest))
                ? Amount.millis(shortest)
                : Amount.millis(shortest) + " to " + Amount.millis(longest);
        return ends.size() + " of " + Amount.of(Math.max(clients, ends.size()), "client")
                + " to which nothing was done were ended, " + when + " after they came: " + EndWords.of(ends);
    }
}
