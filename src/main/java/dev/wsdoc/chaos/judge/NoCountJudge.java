package dev.wsdoc.chaos.judge;

import dev.wsdoc.chaos.observe.Observations;
import dev.wsdoc.verdict.Finding;

/** What is said of the counts of a server that tells none: what they would show, and how they could be had. Pure. */
record NoCountJudge(Observations seen) implements CountJudge {
    @Override
    public Finding openedAgrees() {
        return MissingEvidence.noStatus(Checks.OPENED_AGREES, "the server counts every connection that is open", seen);
    }

    @Override
    public Finding staleMatches() {
        return MissingEvidence.noStatus(
                Checks.STALE_MATCHES, "stale ones and those removed as dead are together the victims", seen);
    }

    @Override
    public Finding cleanupAnswers() {
        return MissingEvidence.noStatus(
                Checks.CLEANUP_ANSWERS, "the cleanup endpoint answers with the number of stale ones", seen);
    }

    @Override
    public Finding totalRestored() {
        return MissingEvidence.noStatus(Checks.TOTAL_RESTORED, "after the cleanup only the living are listed", seen);
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
}
