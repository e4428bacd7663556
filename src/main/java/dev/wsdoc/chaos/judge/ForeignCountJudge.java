package dev.wsdoc.chaos.judge;

import dev.wsdoc.chaos.observe.Observations;
import dev.wsdoc.chaos.observe.Observations.Opened;
import dev.wsdoc.chaos.observe.VictimOutcomes;
import dev.wsdoc.chaos.plan.ChaosPlan;
import dev.wsdoc.evidence.Answer;
import dev.wsdoc.evidence.CountSource.Cleaned;
import dev.wsdoc.evidence.CountSource.Counts;
import dev.wsdoc.verdict.Finding;
import dev.wsdoc.verdict.Outcome;
import org.jspecify.annotations.Nullable;

/** Do the counts of a server that knows nothing of wsdoc agree with what was done to it? Pure. */
final class ForeignCountJudge {
    private ForeignCountJudge() {}

    /** What can be said by counts alone, where the finding is that nothing could be said. */
    static Finding better(Finding finding, ChaosPlan plan, Observations seen) {
        Counts before = seen.counts.before;
        if (finding.outcome() != Outcome.NOT_CHECKED || plan.evidence().counts() == null || before == null) {
            return finding;
        }
        Finding other = null;
        if (finding.check().equals(Checks.OPENED_AGREES)) {
            other = opened(before, seen);
        } else if (finding.check().equals(Checks.STALE_MATCHES)) {
            other = stale(before, seen);
        } else if (finding.check().equals(Checks.CLEANUP_ANSWERS)) {
            other = cleanup(seen);
        } else if (finding.check().equals(Checks.TOTAL_RESTORED)) {
            other = restored(before, seen);
        }
        return other == null ? finding : other;
    }

    private static @Nullable Finding opened(Counts before, Observations seen) {
        Counts now = seen.counts.opened;
        Opened opened = seen.opened;
        if (now == null || opened == null) {
            return null;
        }
        long expected = before.listed() + opened.open();
        String expectation = expected + " connections counted, " + opened.open() + " of them new";
        String observed = now.listed() + " counted, " + before.listed() + " before";
        return now.listed() == expected
                ? Checks.OPENED_AGREES.pass(expectation, observed)
                : Checks.OPENED_AGREES.fail(
                        expectation, observed, "count each opening once, and nothing that did not open");
    }

    /** A server may forget the dead at once or list them as stale; together that must be all of them. */
    private static @Nullable Finding stale(Counts before, Observations seen) {
        Counts now = seen.counts.beforeCleanup;
        Opened opened = seen.opened;
        VictimOutcomes casualties = seen.casualties;
        String expectation = "the victims are stale or gone, and nobody else";
        if (now == null || opened == null || casualties == null) {
            return null;
        }
        if (before.stale() == null || now.stale() == null) {
            return Checks.STALE_MATCHES.notChecked(
                    expectation,
                    "it is not known where the server says how many are stale",
                    "say so with --stale /pointer");
        }
        long abnormal = casualties.fates().stream()
                .filter(fate -> fate.fault().farewell().mayBeStale())
                .count();
        long stale = now.stale() - before.stale();
        long live = now.listed() - now.stale() - (before.listed() - before.stale());
        String observed = stale + " newly stale of " + abnormal + " victims without a goodbye, " + live
                + " newly live of " + opened.living() + " that live";
        return live == opened.living() && stale >= 0 && stale <= abnormal
                ? Checks.STALE_MATCHES.pass(expectation, observed)
                : Checks.STALE_MATCHES.fail(
                        expectation, observed, "mark a connection stale when its read or write fails, and only then");
    }

    private static @Nullable Finding cleanup(Observations seen) {
        Counts before = seen.counts.beforeCleanup;
        Answer<Cleaned> answer = seen.counts.cleanup;
        String question = "the cleanup answers with the number of stale ones";
        if (before == null) {
            return null;
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

    private static @Nullable Finding restored(Counts before, Observations seen) {
        Counts after = seen.counts.after;
        if (after == null) {
            return null;
        }
        String expectation = "at most " + before.listed() + " counted once all sockets are closed, as before";
        String observed = after.listed() + " counted";
        return after.listed() <= before.listed()
                ? Checks.TOTAL_RESTORED.pass(expectation, observed)
                : Checks.TOTAL_RESTORED.fail(
                        expectation, observed, "remove what has ended, by every path, and count each removal");
    }
}
