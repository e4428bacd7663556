package dev.wsdoc.server.manager.policy;

import org.slf4j.Logger;

/** What should not have happened, told in the server's log, whatever state the process is in. */
public final class Mishap {
    private Mishap() {}

    /** Tells of it at ERROR. Without memory even that can fail, and the caller has others to serve. */
    public static void report(Logger log, String what, Object whom, Throwable failure) {
        try {
            log.error(what, whom, failure);
        } catch (OutOfMemoryError unreported) {
            failure.addSuppressed(unreported);
        }
    }
}
