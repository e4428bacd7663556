package dev.wsdoc.server;

import java.nio.file.Path;

/** Where a server's log goes. */
public sealed interface LogTarget {
    /** A file, which is appended to. */
    record File(Path path) implements LogTarget {}

    /** A stream of the process. */
    enum Stream implements LogTarget {
        STDOUT,
        STDERR
    }
}
