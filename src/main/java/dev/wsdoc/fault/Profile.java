package dev.wsdoc.fault;

import java.util.Locale;

/** A set of faults that belong together, by how dangerous they are to a server; every fault is in one. */
public enum Profile {
    /** What clients do every day: they leave, with a goodbye or without. */
    GENTLE("what clients do every day; safe for any server"),
    /** Many at once, in the middle of something. */
    PUSH("deaths in the middle of something, and many at once"),
    /** Clients that stay and hold resources. */
    SLOW("clients that stay and hold on to a server's resources; needs patience"),
    /** Bytes that RFC 6455 forbids. */
    HOSTILE("bytes that RFC 6455 forbids; opt-in"),
    /** May take a server down. */
    DESTRUCTIVE("may take a server down; asks for --i-own-this-server");

    private final String danger;

    Profile(String danger) {
        this.danger = danger;
    }

    /** The name in options and reports, such as {@code gentle}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How dangerous its faults are, in a few words. */
    public String danger() {
        return danger;
    }
}
