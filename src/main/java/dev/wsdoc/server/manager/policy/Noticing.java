package dev.wsdoc.server.manager.policy;

import dev.wsdoc.server.manager.connection.Connection;
import dev.wsdoc.server.manager.connection.Ending;
import java.util.function.BiConsumer;

/** When the server takes note of an abnormal end that its sockets, its pings or a send have shown. Loop thread only. */
public interface Noticing {
    /** Calls {@code act} with the connection and its ending once the server takes note of it. */
    void notice(Connection connection, Ending ending, BiConsumer<Connection, Ending> act);

    /** At once. */
    static Noticing prompt() {
        return (connection, ending, act) -> act.accept(connection, ending);
    }
}
