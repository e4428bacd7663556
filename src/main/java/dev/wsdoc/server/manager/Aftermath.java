package dev.wsdoc.server.manager;

/** What else happens when connections come to an end: nothing, on a healthy server. Loop thread only. */
public interface Aftermath {
    /** A connection ended abnormally. */
    default void endedAbnormally(Connection connection, Ends ends) {}

    /** A connection left the list. */
    default void removed(Connection connection) {}

    /** A message is about to be sent to every customer. */
    default void broadcasting() {}

    /** Nothing happens. */
    static Aftermath none() {
        return new Aftermath() {};
    }
}
