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
 */
public record ProcessSeen(
        long pid,
        @Nullable ProcessSample before,
        @Nullable ProcessSample crowded,
        @Nullable ProcessSample after,
        @Nullable String death,
        List<String> lastWords) {

    public static ProcessSeen of(long pid) {
        return new ProcessSeen(pid, null, null, null, null, List.of());
    }

    public ProcessSeen withBefore(@Nullable ProcessSample sample) {
        return new ProcessSeen(pid, sample, crowded, after, death, lastWords);
    }

    public ProcessSeen withCrowded(@Nullable ProcessSample sample) {
        return new ProcessSeen(pid, before, sample, after, death, lastWords);
    }

    public ProcessSeen withAfter(@Nullable ProcessSample sample) {
        return new ProcessSeen(pid, before, crowded, sample, death, lastWords);
    }

    public ProcessSeen died(String how, List<String> words) {
        return new ProcessSeen(pid, before, crowded, after, how, List.copyOf(words));
    }
}
