package dev.wsdoc.server.manager;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The list of connections, in the order of their opening, with its index by role and session. Loop thread only. */
public final class Registry {
    /** Where a connection stands on the rolls that it is on. */
    record Entry(Roll.Place inAll, Roll.Place inRole, Roll.@Nullable Place inSession) {}

    private final Roll all = new Roll();
    private final Roll admins = new Roll();
    private final Roll customers = new Roll();
    private final Roll echoes = new Roll();
    private final Map<String, Roll> sessions = new HashMap<>();

    void add(Connection connection) {
        String session = connection.session();
        connection.entry = new Entry(
                all.append(connection),
                rollOf(connection.role()).append(connection),
                session == null ? null : addToSession(session, connection));
    }

    private Roll rollOf(Role role) {
        return switch (role) {
            case ADMIN -> admins;
            case CUSTOMER -> customers;
            case ECHO -> echoes;
        };
    }

    private Roll.Place addToSession(String session, Connection connection) {
        return sessions.computeIfAbsent(session, name -> new Roll()).append(connection);
    }

    /** Takes a connection off; one that is not on it is left alone. */
    void remove(Connection connection) {
        Entry entry = connection.entry;
        if (entry == null) {
            return;
        }
        connection.entry = null;
        entry.inAll().strike();
        entry.inRole().strike();
        if (entry.inSession() != null) {
            entry.inSession().strike();
            if (entry.inSession().roll().isEmpty()) {
                sessions.remove(connection.session());
            }
        }
    }

    /** Every listed connection, stale ones included. */
    public Collection<Connection> all() {
        return all;
    }

    Collection<Connection> admins() {
        return admins;
    }

    Collection<Connection> customers() {
        return customers;
    }

    Collection<Connection> session(String name) {
        Roll members = sessions.get(name);
        return members == null ? List.of() : members;
    }

    int sessions() {
        return sessions.size();
    }
}
