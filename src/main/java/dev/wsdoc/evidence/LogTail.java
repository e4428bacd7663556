package dev.wsdoc.evidence;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The lines that a log is growing by. Read only when asked to, on its caller's thread. */
public interface LogTail extends AutoCloseable {
    /** Where the lines come from, for reports. */
    String source();

    /** What is to be known of how it was read, as one line; empty when there is nothing. */
    default String remark() {
        return "";
    }

    /**
     * Hands out the lines that were completed since the last poll, within bounds: a log may grow faster than it can be read.
     *
     * @param mostLines after so many it stops as soon as it can; one read may bring some more
     * @param isOver asked after each read; when it says so, the poll stops
     * @return how many lines, and whether there is more to read at once
     * @throws IOException when it cannot be read any more; the message names it
     */
    Polled poll(int mostLines, BooleanSupplier isOver, Consumer<String> lines) throws IOException;

    /** What came of one poll. */
    record Polled(int lines, boolean hasMore) {
        /** There is nothing to read. */
        public static final Polled NOTHING = new Polled(0, false);
    }

    /**
     * Lets go of what is unread but its newest part, so that a log which grows faster than anybody reads is not read for ever.
     *
     * @param keep bytes that are still to be read
     * @return bytes that nobody will read
     * @throws IOException when it cannot be read any more; the message names it
     */
    default long letGo(long keep) throws IOException {
        return 0;
    }

    /** Why the server may be unable to write it, such as a full disk; null when nothing is known that keeps it. */
    default @Nullable String obstacle() {
        return null;
    }

    /** Whether lines may still come that were written before the tail was opened. */
    default boolean beginsWithThePast() {
        return false;
    }

    /** Whether it has ended and everything was handed out. */
    default boolean isExhausted() {
        return false;
    }

    /** Hands out what was read of a line whose end has not come: nobody will poll any more. */
    default void finish(Consumer<String> lines) {}

    @Override
    void close() throws IOException;
}
