package dev.wsdoc.chaos.observe;

import dev.wsdoc.evidence.Answer;
import dev.wsdoc.evidence.CountSource.Cleaned;
import dev.wsdoc.evidence.CountSource.Counts;
import dev.wsdoc.model.CleanupAnswer;
import dev.wsdoc.model.ServerStats;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the server said of its connections: wsdoc's own status page, a foreign one, or nothing. Parts that are null were not reached. */
public sealed interface CountsSeen {
    /** What went wrong when asking, for the notes. */
    List<String> troubles();

    /**
     * No page that says how many connections there are.
     *
     * @param useless what a page that was named said instead of a number; empty when none was named
     */
    record None(String useless) implements CountsSeen {
        @Override
        public List<String> troubles() {
            return List.of();
        }
    }

    /**
     * By wsdoc's own status page.
     *
     * @param before in the steady state
     * @param opened when all were connected
     * @param samples every answer so far: each must balance
     * @param endsLost whether the journal of ends had dropped some before they were read
     */
    record Reference(
            @Nullable ServerStats before,
            @Nullable ServerStats opened,
            @Nullable Cleanup cleanup,
            List<ServerStats> samples,
            boolean endsLost,
            List<String> troubles)
            implements CountsSeen {
        public Reference {
            samples = List.copyOf(samples);
            troubles = List.copyOf(troubles);
        }
    }

    /** Around the call of the cleanup endpoint. */
    record Cleanup(
            @Nullable ServerStats before,
            Answer<CleanupAnswer> answer,
            @Nullable ServerStats after) {}

    /**
     * By a page of the server's own.
     *
     * @param cleanup null when it is not known how to make the server clean up
     * @param after when all of wsdoc's sockets were closed
     * @param trouble why the newest question was not answered; empty when it was
     */
    record Foreign(
            Counts before,
            @Nullable Counts opened,
            @Nullable Counts beforeCleanup,
            @Nullable Answer<Cleaned> cleanup,
            @Nullable Counts after,
            String trouble)
            implements CountsSeen {
        /** When only the first question was asked. */
        static Foreign of(Counts before) {
            return new Foreign(before, null, null, null, null, "");
        }

        Foreign withBefore(Counts counts) {
            return new Foreign(counts, opened, beforeCleanup, cleanup, after, trouble);
        }

        Foreign withOpened(@Nullable Counts counts) {
            return new Foreign(before, counts, beforeCleanup, cleanup, after, trouble);
        }

        Foreign withCleanup(@Nullable Counts counts, @Nullable Answer<Cleaned> answer) {
            return new Foreign(before, opened, counts, answer, after, trouble);
        }

        Foreign withAfter(@Nullable Counts counts) {
            return new Foreign(before, opened, beforeCleanup, cleanup, counts, trouble);
        }

        Foreign withTrouble(String reason) {
            return new Foreign(before, opened, beforeCleanup, cleanup, after, reason);
        }

        @Override
        public List<String> troubles() {
            return trouble.isEmpty() ? List.of() : List.of(trouble);
        }
    }
}
