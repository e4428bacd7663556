package dev.wsdoc.net;

import java.util.function.LongSupplier;

/** How much of one kind a loop runs in a turn, so that none of the others starves. Used within one turn, by the loop's thread. */
final class TurnBudget {
    /** Most tasks, and most timers, of one turn. */
    static final int RUNS = 10_000;

    /** For how long new ones are begun. */
    static final long NANOS = 10_000_000;

    private final LongSupplier clock;
    private final long end;
    private int left = RUNS;

    private TurnBudget(LongSupplier clock) {
        this.clock = clock;
        this.end = clock.getAsLong() + NANOS;
    }

    /** One that begins now. */
    static TurnBudget by(LongSupplier clock) {
        return new TurnBudget(clock);
    }

    /** The first is always allowed. */
    boolean allowsOneMore() {
        return left-- == RUNS || (left >= 0 && clock.getAsLong() - end < 0);
    }
}
