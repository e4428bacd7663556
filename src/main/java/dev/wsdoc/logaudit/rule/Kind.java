package dev.wsdoc.logaudit.rule;

/** What a rule is for. */
public enum Kind {
    /** Something says that a process, a thread or a task died: a human has to look, whatever it died of. */
    DEATH,
    /** A mistake of the program, such as a null: never harmless, wherever in the chain of causes it stands. */
    MISTAKE,
    /** A sentence that tells of a WebSocket's end by itself; it decides. */
    CAUSE,
    /** What the operating system says of any socket; it decides unless the socket was the server's own outbound one. */
    SOCKET,
    /** A sentence that only says that something went wrong; the cause is beneath it. Never decides. */
    WRAPPER,
    /** A trace of a client that the server runs itself: a database driver, a REST client. */
    OUTBOUND,
    /** Words that say so, such as a product's name: nothing is given for them in frames. */
    HINT,
    /** A trace of WebSocket server code, or of a client of the server: nearer to the cause than any outbound one, it clears it. */
    INBOUND,
    /** Words of trouble: an entry without a level that no other rule knows is unknown because of them. */
    TROUBLE,
    /** A sentence of normal operation. */
    NORMAL,
    /** A line that an access log has for every connection, however it ended: it has a category but is no noise. */
    ACCESS;

    /** Whether a rule of this kind finds a category. */
    boolean decides() {
        return overrules() || this == CAUSE || this == SOCKET || this == ACCESS;
    }

    /** Whether it decides wherever in the chain of causes it fits. */
    boolean overrules() {
        return this == DEATH || this == MISTAKE;
    }

    /** Whether it says nothing of what happened. */
    boolean leavesOpen() {
        return this == WRAPPER || this == TROUBLE;
    }

    /** Whether such a rule only tells whose connection it was. */
    public boolean marks() {
        return this == OUTBOUND || this == HINT || this == INBOUND;
    }
}
