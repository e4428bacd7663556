package dev.wsdoc.server.manager.connection;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The list of connections, in the order of their opening, with its index by role and session. Loop thread only. */
public final class Registry {
    /** Where a connection stands on the rolls that it is on. */
    record Entry(
            LinkedConnectionList.Place inAll,
            LinkedConnectionList.Place inRole,
            LinkedConnectionList.@Nullable Place inSession) {}

    private final LinkedConnectionList all = new LinkedConnectionList();
    private final LinkedConnectionList admins = new LinkedConnectionList();
    private final LinkedConnectionList customers = new LinkedConnectionList();
    private final LinkedConnectionList echoes = new LinkedConnectionList();
    private final Map<String, LinkedConnectionList> sessions = new HashMap<>();

    public void add(Connection connection) {
        String session = connection.session();
        connection.entry = new Entry(
                all.append(connection),
                listOf(connection.role()).append(connection),
                session == null ? null : addToSession(session, connection));
    }

    private LinkedConnectionList listOf(Role role) {
        return switch (role) {
            case ADMIN -> admins;
            case CUSTOMER -> customers;
            case ECHO -> echoes;
        };
    }

    private LinkedConnectionList.Place addToSession(String session, Connection connection) {
        return sessions.computeIfAbsent(session, name -> new LinkedConnectionList())
                .append(connection);
    }

    /** Takes a connection off; one that is not on it is left alone. */
    public void remove(Connection connection) {
        Entry entry = connection.entry;
        if (entry == null) {
            return;
        }
        connection.entry = null;
        entry.inAll().strike();
        entry.inRole().strike();
        if (entry.inSession() != null) {
            entry.inSession().strike();
            if (entry.inSession().list().isEmpty()) {
                sessions.remove(connection.session());
            }
        }
    }

    /** Every listed connection, stale ones included. */
    public Collection<Connection> all() {
        return all;
    }

    public Collection<Connection> admins() {
        return admins;
    }

    public Collection<Connection> customers() {
        return customers;
    }

    public Collection<Connection> session(String name) {
        LinkedConnectionList members = sessions.get(name);
        return members == null ? List.of() : members;
    }

    public int sessions() {
        return sessions.size();
    }
}
