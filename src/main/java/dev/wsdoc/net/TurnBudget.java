package dev.wsdoc.net;

import java.util.function.LongSupplier;

/** How much of one kind a loop runs in a turn, so that none of the others starves. Used within one turn, by the loop's thread. */
final class TurnBudget {
    /** Most tasks, and most timers, of one turn. */
    static final int RUNS = 10_000;

    /** For how long new ones are begun. */
    static final long NANOS = 10_000_000;

    private final LongSupplier clock;
    private long end;
    private int runs;

    private TurnBudget(LongSupplier clock) {
        this.clock = clock;
    }

    /** One that begins with its first run. */
    static TurnBudget by(LongSupplier clock) {
        return new TurnBudget(clock);
    }

    /** The first is always allowed, without a look at the clock: in most turns there is one at most. */
    boolean allowsOneMore() {
        if (runs++ == 0) {
            return true;
        }
        long now = clock.getAsLong();
        if (runs == 2) {
            end = now + NANOS;
        }
        return runs <= RUNS && now - end < 0;
    }
}
