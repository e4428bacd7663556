package dev.wsdoc.chaos.observe;

import dev.wsdoc.evidence.ProcessFigures;

/**
 * From which growth on a process's memory may hold what is left of victims. Where garbage is collected only now and then, a healthy
 * server grows too: wsdoc's own by 21 to 26 kB for each of 1,000 victims, measured in November 2026.
 *
 * @param perVictim bytes for each victim
 * @param least bytes that grow in any process that works
 */
public record MemoryLimits(long perVictim, long least) {
    /** A connection that is kept holds as much at the least: its buffers. */
    public static final MemoryLimits FREED_AT_ONCE = new MemoryLimits(16 << 10, 8 << 20);

    public static final MemoryLimits COLLECTED = new MemoryLimits(256 << 10, 32 << 20);

    /** Those for these processes. */
    public static MemoryLimits of(ProcessFigures figures) {
        return figures.areCollected() ? COLLECTED : FREED_AT_ONCE;
    }

    /** The same for a second wave, which has half the victims, in a process that is warm. */
    public long leastAgain() {
        return least / 2;
    }
}
