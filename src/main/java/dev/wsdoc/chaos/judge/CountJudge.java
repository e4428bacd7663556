package dev.wsdoc.chaos.judge;

import dev.wsdoc.chaos.observe.CountsSeen;
import dev.wsdoc.chaos.observe.Observations;
import dev.wsdoc.verdict.Finding;

/** Do the server's counts agree with what was really done to it? One judge for each kind of counts. Pure. */
sealed interface CountJudge permits ReferenceCountJudge, ForeignCountJudge, NoCountJudge {

    /** The judge of the kind of counts that the experiment had. */
    static CountJudge of(Observations seen) {
        CountsSeen counts = seen.counts();
        if (counts instanceof CountsSeen.Reference reference) {
            return new ReferenceCountJudge(reference, seen);
        }
        if (counts instanceof CountsSeen.Foreign foreign) {
            return new ForeignCountJudge(foreign, seen);
        }
        return new NoCountJudge(seen, counts instanceof CountsSeen.None none ? none.useless() : "");
    }

    /** By {@code count.opened-agrees}. */
    Finding openedAgrees();

    /** By {@code count.stale-matches}. */
    Finding staleMatches();

    /** By {@code cleanup.answers}. */
    Finding cleanupAnswers();

    /** By {@code count.total-restored}. */
    Finding totalRestored();

    /** By {@code count.removals-balance}: only a server that counts removals by path can be held to it. */
    Finding removalsBalance();

    /** By {@code send.no-blind-retries}: only a server that counts its retries can be held to it. */
    Finding noBlindRetries();
}
