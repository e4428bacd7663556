package dev.wsdoc.fault;

import java.util.Locale;

/** A set of faults that belong together, by how dangerous they are to a server; every fault is in one. */
public enum Profile {
    /** What clients do every day: they leave, with a goodbye or without. */
    GENTLE(10, "what clients do every day; safe for any server"),
    /** Many at once, in the middle of something. */
    PUSH(10, "deaths in the middle of something, and many at once"),
    /** Clients that stay and hold resources. */
    SLOW(5, "clients that stay and hold on to a server's resources; needs patience"),
    /** Bytes that RFC 6455 forbids. */
    HOSTILE(4, "bytes that RFC 6455 forbids; opt-in"),
    /** May take a server down. */
    DESTRUCTIVE(1, "may take a server down; asks for --i-own-this-server");

    private final int victims;
    private final String danger;

    Profile(int victims, String danger) {
        this.victims = victims;
        this.danger = danger;
    }

    /** The name in options and reports, such as {@code gentle}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How many victims of each of its faults are enough, when no number is asked for. */
    public int victims() {
        return victims;
    }

    /** How dangerous its faults are, in a few words. */
    public String danger() {
        return danger;
    }
}
