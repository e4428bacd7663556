package dev.wsdoc.evidence;

import java.io.IOException;

/** Where a log can be had from. */
@FunctionalInterface
public interface LogSource {
    /**
     * Begins to read it.
     *
     * @throws IOException when it cannot be read; the message names it and says why
     */
    LogTail open() throws IOException;
}
