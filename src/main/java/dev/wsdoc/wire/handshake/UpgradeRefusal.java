package dev.wsdoc.wire.handshake;

import dev.wsdoc.wire.WireLimits;
import org.jspecify.annotations.Nullable;

/**
 * Why an upgrade request did not become a WebSocket connection.
 *
 * @param reason the kind of refusal
 * @param status the HTTP status, 100 to 999; 0 if the answer had none
 * @param detail one line for people, such as {@code 404 Not Found}; the peer's part of it is escaped
 * @param location where a redirect points to, exactly as the server wrote it; null without one
 * @param response the answer's head; null if it had none that could be read
 */
public record UpgradeRefusal(
        Reason reason,
        int status,
        String detail,
        @Nullable String location,
        @Nullable UpgradeResponse response) implements UpgradeOutcome {

    /** The kinds of refusal. */
    public enum Reason {
        /** A status other than 101, and no redirect. */
        STATUS,
        /** 301, 302, 303, 307 or 308. */
        REDIRECT,
        /** 101 with a missing, repeated or wrong {@code Sec-WebSocket-Accept} (RFC 6455 4.1, 11.3.3). */
        WRONG_ACCEPT,
        /** 101 without {@code Upgrade: websocket}, without {@code Connection: Upgrade}, or in HTTP/1.0 (RFC 6455 4.1). */
        NOT_UPGRADED,
        /** The answer is not HTTP/1, or its head is malformed. */
        NOT_HTTP,
        /** The head does not end within {@link WireLimits#maxHeadBytes}. */
        HEAD_TOO_LARGE,
        /** 101 with a subprotocol that was not offered (RFC 6455 4.1). */
        UNEXPECTED_SUBPROTOCOL,
        /** 101 with an extension that was not offered, or with parameters that it may not have (RFC 6455 4.1, RFC 7692 7.1). */
        UNEXPECTED_EXTENSION,
        /** The server ended its side within the head, or before it. */
        CUT
    }

    public static UpgradeRefusal of(Reason reason, int status, String detail) {
        return new UpgradeRefusal(reason, status, detail, null, null);
    }
}
