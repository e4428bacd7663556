package dev.wsdoc.chaos.judge;

import dev.wsdoc.chaos.observe.CountsSeen;
import dev.wsdoc.chaos.observe.Milestones.Opened;
import dev.wsdoc.chaos.observe.Observations;
import dev.wsdoc.chaos.victim.VictimOutcomes;
import dev.wsdoc.evidence.Answer;
import dev.wsdoc.evidence.CountSource.Cleaned;
import dev.wsdoc.evidence.CountSource.Counts;
import dev.wsdoc.report.Amount;
import dev.wsdoc.verdict.Finding;

/** Do the counts of a server that knows nothing of wsdoc agree with what was done to it? Pure. */
record ForeignCountJudge(CountsSeen.Foreign counts, Observations seen) implements CountJudge {
    @Override
    public Finding openedAgrees() {
        Counts now = counts.opened();
        Opened opened = seen.milestones().opened();
        if (now == null || opened == null) {
            return unknown().openedAgrees();
        }
        long expected = counts.before().listed() + opened.open();
        String expectation = Amount.of(expected, "connection") + " counted, " + opened.open() + " of them new";
        String observed = now.listed() + " counted, " + counts.before().listed() + " before";
        return now.listed() == expected
                ? Checks.OPENED_AGREES.pass(expectation, observed)
                : Checks.OPENED_AGREES.fail(
                        expectation, observed, "count each opening once, and nothing that did not open");
    }

    /**
     * A server may forget the dead at once or list them as stale; together that must be all of them. A sweep may have taken
     * some that were stale before the run.
     */
    @Override
    public Finding staleMatches() {
        Counts now = counts.beforeCleanup();
        Opened opened = seen.milestones().opened();
        VictimOutcomes outcomes = seen.outcomes();
        String expectation = "the victims are stale or gone, and nobody else";
        if (now == null || opened == null || outcomes == null) {
            return unknown().staleMatches();
        }
        if (counts.before().stale() == null || now.stale() == null) {
            return Checks.STALE_MATCHES.notChecked(
                    expectation,
                    "it is not known where the server says how many are stale",
                    "say so with --stale /pointer");
        }
        long abnormal = outcomes.all().stream()
                .filter(outcome -> outcome.fault().card().farewell().mayBeStale())
                .count();
        long staleBefore = counts.before().stale();
        long stale = Math.max(0, now.stale() - staleBefore);
        long live = now.listed() - now.stale() - (counts.before().listed() - staleBefore);
        String observed = stale + " newly stale of " + Amount.of(abnormal, "victim") + " without a goodbye, " + live
                + " newly live of " + Amount.of(opened.living(), "that lives", "that live");
        return live == opened.living() && stale <= abnormal
                ? Checks.STALE_MATCHES.pass(expectation, observed)
                : Checks.STALE_MATCHES.fail(
                        expectation, observed, "mark a connection stale when its read or write fails, and only then");
    }

    @Override
    public Finding cleanupAnswers() {
        Counts before = counts.beforeCleanup();
        Answer<Cleaned> answer = counts.cleanup();
        String question = "the cleanup answers with the number of stale ones";
        if (before == null) {
            return unknown().cleanupAnswers();
        }
        if (answer == null) {
            return Checks.CLEANUP_ANSWERS.notChecked(
                    question, "it is not known how to make the server clean up", "say so with --cleanup-url URL");
        }
        String remedy = "let the endpoint run the very sweep that the timer runs";
        if (answer instanceof Answer.Missing<Cleaned> missing) {
            return Checks.CLEANUP_ANSWERS.fail(question, missing.reason(), remedy);
        }
        Long cleaned =
                answer instanceof Answer.Given<Cleaned> given ? given.value().number() : null;
        if (cleaned == null || before.stale() == null) {
            return Checks.CLEANUP_ANSWERS.pass(
                    "the cleanup answers", cleaned == null ? "it did" : "it says that it cleaned " + cleaned);
        }
        String expectation = "it answers that it cleaned " + before.stale();
        String observed = "it answered that it cleaned " + cleaned;
        return cleaned.equals(before.stale())
                ? Checks.CLEANUP_ANSWERS.pass(expectation, observed)
                : Checks.CLEANUP_ANSWERS.fail(expectation, observed, remedy);
    }

    @Override
    public Finding totalRestored() {
        Counts after = counts.after();
        if (after == null) {
            return unknown().totalRestored();
        }
        String expectation = "at most " + counts.before().listed() + " counted once all sockets are closed, as before";
        String observed = after.listed() + " counted";
        return after.listed() <= counts.before().listed()
                ? Checks.TOTAL_RESTORED.pass(expectation, observed)
                : Checks.TOTAL_RESTORED.fail(
                        expectation, observed, "remove what has ended, by every path, and count each removal");
    }

    @Override
    public Finding removalsBalance() {
        return unknown().removalsBalance();
    }

    @Override
    public Finding noBlindRetries() {
        return unknown().noBlindRetries();
    }

    private NoCountJudge unknown() {
        return new NoCountJudge(seen, counts.trouble());
    }
}
