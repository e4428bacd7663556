package dev.wsdoc.fault;

import java.util.function.Function;

/**
 * What a victim's own socket is to see, so that a server with no other evidence still gets a verdict. Pure.
 *
 * @param text what a healthy server does, as the socket sees it
 * @param source where that is asked for, such as {@code RFC 6455 5.1}; empty when only good sense asks for it
 * @param test how an observation is to be taken
 * @param remedy what to do about a server that does otherwise
 */
public record Expectation(String text, String source, Function<SocketObservation, Mark> test, String remedy) {

    /** How what was seen compares with what is asked for. */
    public enum Mark {
        MET,
        /** Not what a SHOULD asks for, or only unwise: a warning. */
        TOLERABLE,
        /** What a MUST forbids, or what harms: a failure. */
        MISSED
    }

    /**
     * The server fails the connection, best with this code (RFC 6455 7.1.7 asks for a close frame with SHOULD).
     *
     * @param section of RFC 6455 that asks for it
     */
    public static Expectation failsWith(int closeCode, String section) {
        return new Expectation(
                "the server ends the connection with close code " + closeCode,
                "RFC 6455 " + section + ", 7.1.7",
                seen -> {
                    if (!seen.isEnded()) {
                        return Mark.MISSED;
                    }
                    return seen.closeCode() == closeCode ? Mark.MET : Mark.TOLERABLE;
                },
                "send a close frame with " + closeCode + " and close the connection");
    }

    /** The server ends the connection, however. */
    public static Expectation ends(String source, String remedy) {
        return new Expectation(
                "the server ends the connection", source, seen -> seen.isEnded() ? Mark.MET : Mark.MISSED, remedy);
    }
}
