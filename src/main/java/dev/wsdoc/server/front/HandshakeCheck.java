package dev.wsdoc.server.front;

import dev.wsdoc.server.manager.policy.Refusal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What RFC 6455 section 4.2.1 demands of an opening handshake. Pure. */
final class HandshakeCheck {
    /** 16 bytes in base64. */
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{22}==");

    private HandshakeCheck() {}

    /** The refusal, or null when the head is in order. */
    static @Nullable Refusal check(RequestHead head) {
        if (!head.method().equals("GET")) {
            return Refusal.badRequest(405, "a WebSocket handshake is a GET request");
        }
        if (!head.version().equals("HTTP/1.1")) {
            return Refusal.badRequest(400, "a WebSocket handshake needs HTTP/1.1");
        }
        String hostFault = head.hostFault();
        if (hostFault != null) {
            return Refusal.badRequest(400, hostFault);
        }
        if (!head.hasToken("connection", "upgrade")) {
            return Refusal.badRequest(400, "the Connection header does not say Upgrade");
        }
        if (!"13".equals(head.header("sec-websocket-version"))) {
            return Refusal.badRequest(426, "only Sec-WebSocket-Version 13 is spoken here");
        }
        if (!KEY.matcher(head.webSocketKey()).matches()) {
            return Refusal.badRequest(400, "Sec-WebSocket-Key is missing or not 16 bytes in base64");
        }
        return null;
    }
}
