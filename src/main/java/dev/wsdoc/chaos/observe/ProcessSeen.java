package dev.wsdoc.chaos.observe;

import java.util.ArrayList;
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
 * @param waves those that followed the first one and came to their end, in their order
 */
public record ProcessSeen(
        long pid,
        @Nullable ProcessSample before,
        @Nullable ProcessSample crowded,
        @Nullable ProcessSample after,
        @Nullable String death,
        List<String> lastWords,
        List<Again> waves) {

    /** What the waves are called that may follow the first one, in their order. */
    public static final List<String> FURTHER_WAVES = List.of("second wave", "third wave", "fourth wave");

    /**
     * After a further wave.
     *
     * @param victims how many it had, at least 1
     */
    public record Again(int victims, ProcessSample after) {}

    public ProcessSeen {
        waves = List.copyOf(waves);
    }

    public static ProcessSeen of(long pid) {
        return new ProcessSeen(pid, null, null, null, null, List.of(), List.of());
    }

    public ProcessSeen withBefore(@Nullable ProcessSample sample) {
        return new ProcessSeen(pid, sample, crowded, after, death, lastWords, waves);
    }

    public ProcessSeen withCrowded(@Nullable ProcessSample sample) {
        return new ProcessSeen(pid, before, sample, after, death, lastWords, waves);
    }

    public ProcessSeen withAfter(@Nullable ProcessSample sample) {
        return new ProcessSeen(pid, before, crowded, sample, death, lastWords, waves);
    }

    public ProcessSeen withAgain(Again seen) {
        List<Again> more = new ArrayList<>(waves);
        more.add(seen);
        return new ProcessSeen(pid, before, crowded, after, death, lastWords, more);
    }

    public ProcessSeen died(String how, List<String> words) {
        return new ProcessSeen(pid, before, crowded, after, how, List.copyOf(words), waves);
    }

    /** What so many victims left behind; null when that was not measured. */
    public @Nullable LeftBehind left(int victims) {
        return before == null || after == null || victims < 1 ? null : LeftBehind.between(before, after, victims);
    }

    /** What each further wave left besides, in their order; empty when that was not measured. */
    public List<LeftBehind> leftAgain() {
        if (after == null) {
            return List.of();
        }
        List<LeftBehind> left = new ArrayList<>();
        ProcessSample last = after;
        for (Again wave : waves) {
            left.add(LeftBehind.between(last, wave.after, wave.victims));
            last = wave.after;
        }
        return left;
    }

    /** Whether memory was left by the first so many victims, and by every wave after them: as far as is known, a leak. */
    public boolean keepsTakingMemory(int victims) {
        LeftBehind first = left(victims);
        return first != null
                && first.keepsMemory()
                && leftAgain().stream().allMatch(again -> again.repeatsMemoryOf(first));
    }

    /** The same for threads. */
    public boolean keepsTakingThreads(int victims) {
        LeftBehind first = left(victims);
        return first != null && first.keepsThreads() && leftAgain().stream().allMatch(LeftBehind::keepsThreads);
    }

    /** The newest of the process, after the chaos or after the last wave; null when it was not seen. */
    public @Nullable ProcessSample latest() {
        return waves.isEmpty() ? after : waves.get(waves.size() - 1).after;
    }
}
