package dev.wsdoc.chaos.observe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of the server's process.
 *
 * @param before in the steady state; null when it was not reached
 * @param crowded when all sockets were open for the first time; null when that was not reached
 * @param after when all sockets were closed and the server had its time; null when that was not reached
 * @param death how its end was seen; null while it lived
 * @param lastWords the newest lines of its log then
 * @param again null when there was no second wave, or it did not come to its end
 */
public record ProcessSeen(
        long pid,
        @Nullable ProcessSample before,
        @Nullable ProcessSample crowded,
        @Nullable ProcessSample after,
        @Nullable String death,
        List<String> lastWords,
        @Nullable Again again) {

    /**
     * After a second wave.
     *
     * @param victims how many it had, at least 1
     */
    public record Again(int victims, ProcessSample after) {}

    public static ProcessSeen of(long pid) {
        return new ProcessSeen(pid, null, null, null, null, List.of(), null);
    }

    public ProcessSeen withBefore(@Nullable ProcessSample sample) {
        return new ProcessSeen(pid, sample, crowded, after, death, lastWords, again);
    }

    public ProcessSeen withCrowded(@Nullable ProcessSample sample) {
        return new ProcessSeen(pid, before, sample, after, death, lastWords, again);
    }

    public ProcessSeen withAfter(@Nullable ProcessSample sample) {
        return new ProcessSeen(pid, before, crowded, sample, death, lastWords, again);
    }

    public ProcessSeen withAgain(Again seen) {
        return new ProcessSeen(pid, before, crowded, after, death, lastWords, seen);
    }

    public ProcessSeen died(String how, List<String> words) {
        return new ProcessSeen(pid, before, crowded, after, how, List.copyOf(words), again);
    }

    /** What so many victims left behind; null when that was not measured. */
    public @Nullable LeftBehind left(int victims) {
        return before == null || after == null || victims < 1 ? null : LeftBehind.between(before, after, victims);
    }

    /** What the second wave left besides; null when that was not measured. */
    public @Nullable LeftBehind leftAgain() {
        return after == null || again == null ? null : LeftBehind.between(after, again.after, again.victims);
    }
}
