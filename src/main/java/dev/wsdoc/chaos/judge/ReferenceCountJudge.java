package dev.wsdoc.chaos.judge;

import dev.wsdoc.chaos.observe.CountsSeen;
import dev.wsdoc.chaos.observe.CountsSeen.Cleanup;
import dev.wsdoc.chaos.observe.Milestones.Opened;
import dev.wsdoc.chaos.observe.Observations;
import dev.wsdoc.chaos.victim.VictimOutcome;
import dev.wsdoc.chaos.victim.VictimOutcomes;
import dev.wsdoc.evidence.Answer;
import dev.wsdoc.fault.Fault.Farewell;
import dev.wsdoc.model.CleanupAnswer;
import dev.wsdoc.model.RemovalPath;
import dev.wsdoc.model.ServerStats;
import dev.wsdoc.report.Amount;
import dev.wsdoc.verdict.Finding;
import java.util.EnumSet;
import java.util.Set;

/** Do the counts of wsdoc's own status page agree with what was really done to the server? Pure. */
record ReferenceCountJudge(CountsSeen.Reference counts, Observations seen) implements CountJudge {
    /** The paths by which an abnormal end leaves the list. */
    private static final Set<RemovalPath> ABNORMAL = EnumSet.of(
            RemovalPath.SWEPT, RemovalPath.CLEANED, RemovalPath.SEND_FAILED, RemovalPath.NO_PONG, RemovalPath.INACTIVE);

    @Override
    public Finding openedAgrees() {
        String question = "the server counts every connection that is open";
        Opened opened = seen.milestones().opened();
        ServerStats before = counts.before();
        if (opened == null || before == null || counts.opened() == null) {
            return MissingEvidence.noStatus(Checks.OPENED_AGREES, question, seen);
        }
        int expected = before.liveConnections() + opened.open();
        int counted = counts.opened().liveConnections();
        long openings = counts.opened().opened() - before.opened();
        String expectation = Amount.of(expected, "live connection") + ", " + opened.open() + " of them new";
        String observed = counted + " live, " + openings + " newly opened";
        if (counted != expected || openings != opened.open()) {
            return Checks.OPENED_AGREES.fail(
                    expectation, observed, "count each opening once, and nothing that did not open");
        }
        return opened.failures().isEmpty()
                ? Checks.OPENED_AGREES.pass(expectation, observed)
                : Checks.OPENED_AGREES.warn(
                        expectation,
                        observed + "; " + opened.failures().size() + " of " + opened.asked() + " could not be opened: "
                                + opened.failures().get(0).text(),
                        "raise the server's limits for this run, or ask for fewer");
    }

    @Override
    public Finding staleMatches() {
        String question = "stale ones and those removed as dead are together the victims";
        ServerStats before = counts.before();
        Cleanup cleanup = counts.cleanup();
        VictimOutcomes outcomes = seen.outcomes();
        if (before == null || cleanup == null || cleanup.before() == null || outcomes == null) {
            return MissingEvidence.noStatus(Checks.STALE_MATCHES, question, seen);
        }
        long dead = outcomes.all().stream()
                .filter(ReferenceCountJudge::diedAbnormally)
                .count();
        int stale = cleanup.before().staleConnections() - before.staleConnections();
        long removed = removed(cleanup.before()) - removed(before);
        if (counts.endsLost() && mayBeEither(outcomes)) {
            return MissingEvidence.endsLost(Checks.STALE_MATCHES, question);
        }
        String expected = Amount.of(dead, "victim") + " without a goodbye: stale and removed as dead add up to that";
        String observed = stale + " stale + " + removed + " removed as dead = " + (stale + removed);
        return stale + removed == dead
                ? Checks.STALE_MATCHES.pass(expected, observed)
                : Checks.STALE_MATCHES.fail(
                        expected, observed, "mark a connection stale when its read or write fails, and only then");
    }

    /** Where a goodbye and a death race, the server's journal tells which it saw. */
    private static boolean diedAbnormally(VictimOutcome outcome) {
        return switch (outcome.fault().card().farewell()) {
            case ABNORMAL -> true;
            case EITHER -> outcome.path() != RemovalPath.CLOSED;
            case CLEAN, NONE -> false;
        };
    }

    private static boolean mayBeEither(VictimOutcomes outcomes) {
        return outcomes.all().stream()
                .anyMatch(outcome -> outcome.fault().card().farewell() == Farewell.EITHER);
    }

    private static long removed(ServerStats stats) {
        return ABNORMAL.stream()
                .mapToLong(path -> stats.removals().getOrDefault(path, 0L))
                .sum();
    }

    @Override
    public Finding cleanupAnswers() {
        String question = "the cleanup endpoint answers with the number of stale ones";
        Cleanup cleanup = counts.cleanup();
        if (cleanup == null || cleanup.before() == null) {
            return MissingEvidence.noStatus(Checks.CLEANUP_ANSWERS, question, seen);
        }
        int stale = cleanup.before().staleConnections();
        String expected = "it answers that it cleaned " + stale;
        if (cleanup.answer() instanceof Answer.Given<CleanupAnswer> given) {
            int cleaned = given.value().staleConnectionsCleaned();
            String observed = "it answered that it cleaned " + cleaned;
            return isPlausible(cleaned, stale, cleanup)
                    ? Checks.CLEANUP_ANSWERS.pass(expected, observed)
                    : Checks.CLEANUP_ANSWERS.fail(
                            expected, observed, "let the endpoint run the very sweep that the timer runs");
        }
        return Checks.CLEANUP_ANSWERS.fail(
                expected, reason(cleanup.answer()), "an exception in a sweep must be logged, and answered by the rest");
    }

    /** A background sweep between the two looks takes some; then both together must be all. */
    private static boolean isPlausible(int cleaned, int stale, Cleanup cleanup) {
        if (cleaned == stale || cleanup.before() == null || cleanup.after() == null) {
            return cleaned == stale;
        }
        long swept = cleanup.after().removals().getOrDefault(RemovalPath.SWEPT, 0L)
                - cleanup.before().removals().getOrDefault(RemovalPath.SWEPT, 0L);
        return swept > 0 && cleaned + swept == stale;
    }

    private static String reason(Answer<CleanupAnswer> answer) {
        return answer instanceof Answer.Missing<CleanupAnswer> missing ? missing.reason() : "it answered";
    }

    /** Those that were stale before the run may be listed still or not: a sweep may take them at any moment. */
    @Override
    public Finding totalRestored() {
        String question = "after the cleanup only the living are listed";
        ServerStats before = counts.before();
        Cleanup cleanup = counts.cleanup();
        Opened opened = seen.milestones().opened();
        if (before == null || cleanup == null || cleanup.after() == null || opened == null) {
            return MissingEvidence.noStatus(Checks.TOTAL_RESTORED, question, seen);
        }
        int living = before.liveConnections() + opened.living();
        int staleBefore = before.staleConnections();
        ServerStats after = cleanup.after();
        String expectation = staleBefore == 0
                ? living + " listed, none stale: those before, the bystanders and the provoker"
                : living + " to " + (living + staleBefore) + " listed: those that lived before, the bystanders and the"
                        + " provoker; at most the " + staleBefore + " stale ones of before besides";
        String observed = after.totalConnections() + " listed, " + after.staleConnections() + " of them stale";
        if (after.liveConnections() != living || after.staleConnections() > staleBefore) {
            return Checks.TOTAL_RESTORED.fail(
                    expectation, observed, "remove what the sweep finds, by every path, and count each removal");
        }
        return after.sweeps().background()
                ? Checks.TOTAL_RESTORED.pass(expectation, observed)
                : Checks.TOTAL_RESTORED.warn(
                        expectation,
                        observed + "; but only because the cleanup was called: the background sweep is off",
                        "turn the background sweep on (without --no-background-sweep)");
    }

    @Override
    public Finding removalsBalance() {
        String expected = "in every answer, opened = live + stale + removed";
        if (counts.samples().isEmpty()) {
            return MissingEvidence.noJournal(Checks.REMOVALS_BALANCE, expected, seen);
        }
        for (ServerStats stats : counts.samples()) {
            long live = stats.liveConnections();
            long removed = stats.removals().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            if (stats.opened() != live + stats.staleConnections() + removed) {
                return Checks.REMOVALS_BALANCE.fail(
                        expected,
                        "opened " + stats.opened() + ", but live " + live + " + stale " + stats.staleConnections()
                                + " + removed " + removed + " = " + (live + stats.staleConnections() + removed),
                        "change the counters in one place, together with the list");
            }
        }
        return Checks.REMOVALS_BALANCE.pass(
                expected,
                Amount.word(
                        counts.samples().size(),
                        "it balanced in the one answer",
                        "it balanced in all " + counts.samples().size() + " answers"));
    }

    @Override
    public Finding noBlindRetries() {
        String expected = "no send is tried again on a connection that is dead";
        ServerStats before = counts.before();
        if (before == null || counts.cleanup() == null) {
            return MissingEvidence.noJournal(Checks.NO_BLIND_RETRIES, expected, seen);
        }
        long blind = newest().retries().onDead() - before.retries().onDead();
        return blind == 0
                ? Checks.NO_BLIND_RETRIES.pass(expected, "none")
                : Checks.NO_BLIND_RETRIES.fail(
                        expected,
                        Amount.of(blind, "retry", "retries") + " on dead connections",
                        "check the connection before each retry, and disconnect a dead one instead");
    }

    private ServerStats newest() {
        return counts.samples().get(counts.samples().size() - 1);
    }
}
