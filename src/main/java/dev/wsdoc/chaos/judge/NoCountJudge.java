package dev.wsdoc.chaos.judge;

import dev.wsdoc.chaos.observe.Observations;
import dev.wsdoc.verdict.Check;
import dev.wsdoc.verdict.Finding;

/**
 * What is said of the counts of a server that tells none: what they would show, and how they could be had. Pure.
 *
 * @param useless what a page that was named said instead of a number; empty when none was named
 */
record NoCountJudge(Observations seen, String useless) implements CountJudge {
    @Override
    public Finding openedAgrees() {
        return unknown(Checks.OPENED_AGREES, "the server counts every connection that is open");
    }

    @Override
    public Finding staleMatches() {
        return unknown(Checks.STALE_MATCHES, "stale ones and those removed as dead are together the victims");
    }

    @Override
    public Finding cleanupAnswers() {
        return unknown(Checks.CLEANUP_ANSWERS, "the cleanup endpoint answers with the number of stale ones");
    }

    @Override
    public Finding totalRestored() {
        return unknown(Checks.TOTAL_RESTORED, "after the cleanup only the living are listed");
    }

    @Override
    public Finding removalsBalance() {
        return MissingEvidence.noJournal(
                Checks.REMOVALS_BALANCE, "in every answer, opened = live + stale + removed", seen);
    }

    @Override
    public Finding noBlindRetries() {
        return MissingEvidence.noJournal(
                Checks.NO_BLIND_RETRIES, "no send is tried again on a connection that is dead", seen);
    }

    private Finding unknown(Check check, String expected) {
        return useless.isEmpty()
                ? MissingEvidence.noStatus(check, expected, seen)
                : check.notChecked(
                        expected,
                        useless,
                        "let the page tell how many connections there are, in whole numbers; name the right one with"
                                + " --count or --metric");
    }
}
