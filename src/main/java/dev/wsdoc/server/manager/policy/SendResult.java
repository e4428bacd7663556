package dev.wsdoc.server.manager.policy;

/** What became of a send. A failed one is counted and logged before the caller hears of it. */
public enum SendResult {
    /** On its way. */
    SENT,
    /** Waits to be tried again. */
    RETRYING,
    /** Given up. */
    REFUSED
}
