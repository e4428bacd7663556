package dev.wsdoc.chaos.observe;

import dev.wsdoc.evidence.ProcessFigures;

/**
 * What a wave of victims left in the server's processes once all of wsdoc's sockets were closed, and when that is much. Pure.
 *
 * <p>Descriptors are exact, so few are spared: a tenth of the victims, between 2 and 10, which is room for a log file, a pool
 * or a kept HTTP connection. Memory is not: allocators and garbage collectors keep what they had. And what a server takes once
 * is no leak, however much it is: only what a second, smaller wave leaves again is.
 *
 * @param victims how many there were, at least 1
 * @param sockets connections on the server's port that are held, more than before the wave
 * @param descriptors open, more than before, in those processes that lived before and after; 0 when they may not be seen
 * @param bytes of resident memory, likewise
 * @param threads more than before, likewise
 * @param limits from which on such bytes are much
 */
public record LeftBehind(int victims, long sockets, long descriptors, long bytes, long threads, MemoryLimits limits) {
    private static final int LEAST_SPARE = 2;
    private static final int MOST_SPARE = 10;
    private static final int LEAST_THREADS = 4;
    private static final int SPARE_SHARE = 10; // one for so many victims

    public LeftBehind {
        if (victims < 1) {
            throw new IllegalArgumentException(victims + " victims leave nothing behind, there must be at least 1");
        }
    }

    /** What was there at one moment and was not at the other. */
    public static LeftBehind between(ProcessSample before, ProcessSample after, int victims) {
        ProcessFigures then = before.figures().ofThoseIn(after.figures());
        ProcessFigures now = after.figures().ofThoseIn(before.figures());
        boolean areHidden = then.descriptors() < 0 || now.descriptors() < 0;
        return new LeftBehind(
                victims,
                (long) after.sockets().held() - before.sockets().held(),
                areHidden ? 0 : now.descriptors() - then.descriptors(),
                now.residentBytes() - then.residentBytes(),
                now.threads() - then.threads(),
                MemoryLimits.of(now));
    }

    /** So many descriptors more than before are no leak. */
    public static int spare(int victims) {
        return Math.max(LEAST_SPARE, Math.min(MOST_SPARE, victims / SPARE_SHARE));
    }

    /** Whether a second wave is to tell whether that repeats. */
    public boolean isMuch() {
        return keepsDescriptors() || keepsMemory() || keepsThreads();
    }

    public boolean keepsDescriptors() {
        return kept() > spare(victims);
    }

    /** Whether there are as many threads more as half of the victims: runtimes start a few by themselves. */
    public boolean keepsThreads() {
        return threads >= Math.max(LEAST_THREADS, (victims + 1) / 2);
    }

    public boolean keepsMemory() {
        return bytes >= Math.max(limits.least(), limits.perVictim() * victims);
    }

    /** Sockets are descriptors too, those of processes that were born meanwhile as well. */
    public long kept() {
        return Math.max(sockets, descriptors);
    }

    /** Whether this second wave left descriptors as a leak does: more than for a tenth of its victims, 2 at the least. */
    public boolean repeatsDescriptors() {
        return kept() >= Math.min(victims, Math.max(LEAST_SPARE, victims / SPARE_SHARE + 1));
    }

    /** Whether this second wave left memory as a leak does: at least half as much for each victim as the first. */
    public boolean repeatsMemoryOf(LeftBehind first) {
        return bytes >= Math.max(limits.leastAgain(), limits.perVictim() * victims)
                && 2.0 * bytes / victims >= 1.0 * first.bytes / first.victims;
    }
}
