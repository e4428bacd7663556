package dev.wsdoc.chaos.judge;

import dev.wsdoc.chaos.bystander.Innocents;
import dev.wsdoc.chaos.observe.Observations;
import dev.wsdoc.chaos.victim.InnocentEnd;
import dev.wsdoc.chaos.victim.VictimOutcome;
import dev.wsdoc.fault.Fault;
import dev.wsdoc.report.Amount;
import dev.wsdoc.verdict.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        int clients = innocents.clients() + 1;
        List<InnocentEnd> all = ends(innocents, seen);
        if (all.isEmpty()) {
            return Checks.KEEPS_INNOCENT.pass(
                    expected,
                    "nobody was ended to whom nothing was done, while " + Amount.of(clients, "client") + " waited");
        }
        List<InnocentEnd> ends =
                all.stream().filter(end -> !end.isRefusedForWantOfRoom()).toList();
        return ends.isEmpty() ? full(expected, all, clients) : ended(expected, ends, clients);
    }

    private static Finding full(String expected, List<InnocentEnd> refused, int clients) {
        return Checks.KEEPS_INNOCENT.warn(
                expected,
                "the server was full: " + refused.size() + " of " + Amount.of(clients, "client")
                        + " were turned away as they came: " + EndWords.of(refused),
                "ask for fewer victims, or let the server take more connections for the examination");
    }

    private static Finding ended(String expected, List<InnocentEnd> ends, int clients) {
        String observed = words(ends, clients);
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
            List<VictimOutcome> outcomes = seen.outcomes().all();
            Map<Fault, Long> begins = begins(outcomes);
            outcomes.stream()
                    .filter(VictimOutcome::endedBefore)
                    .map(outcome -> outcome.innocentEnd(during(outcome.endedAt(), begins)))
                    .forEach(all::add);
        }
        return all;
    }

    /** When each fault was inflicted first. */
    private static Map<Fault, Long> begins(List<VictimOutcome> outcomes) {
        Map<Fault, Long> begins = new LinkedHashMap<>();
        outcomes.stream()
                .filter(VictimOutcome::isInflicted)
                .forEach(outcome -> begins.merge(outcome.fault(), outcome.inflictedAt(), Math::min));
        return begins;
    }

    /** The fault whose round had begun last at that time; empty when none had. */
    private static String during(long at, Map<Fault, Long> begins) {
        return begins.entrySet().stream()
                .filter(begin -> begin.getValue() < at)
                .max(Map.Entry.comparingByValue())
                .map(begin -> begin.getKey().name())
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
