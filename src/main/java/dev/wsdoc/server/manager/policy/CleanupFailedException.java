package dev.wsdoc.server.manager.policy;

/** A cleanup on demand could not do its work. */
public final class CleanupFailedException extends Exception {
    private static final long serialVersionUID = 1;

    public CleanupFailedException(String message) {
        super(message);
    }
}
