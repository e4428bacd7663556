package dev.wsdoc.evidence;

import java.io.IOException;
import java.util.function.Consumer;

/** The lines that a log is growing by. Read only when asked to, on its caller's thread. */
public interface LogTail extends AutoCloseable {
    /** Where the lines come from, for reports. */
    String source();

    /** What is to be known of how it was read, as one line; empty when there is nothing. */
    default String remark() {
        return "";
    }

    /**
     * Hands out the lines that were completed since the last poll.
     *
     * @return how many
     * @throws IOException when it cannot be read any more; the message names it
     */
    int poll(Consumer<String> lines) throws IOException;

    /** Whether lines may still come that were written before the tail was opened. */
    default boolean beginsWithThePast() {
        return false;
    }

    @Override
    void close() throws IOException;
}
