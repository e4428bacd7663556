package dev.wsdoc.server.manager.connection;

import java.util.Locale;

/** What a connection is there for, by the path that it was opened on. */
public enum Role {
    /** Belongs to a session; what it says goes to the session and to the admins. */
    CUSTOMER,
    /** Hears every customer; what it says goes to every customer. */
    ADMIN,
    /** Gets its own words back. */
    ECHO;

    /** The name in ids and JSON, such as {@code customer}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
