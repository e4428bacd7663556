package dev.wsdoc.wire.handshake;

import dev.wsdoc.wire.frame.DeflateTerms;
import dev.wsdoc.wire.handshake.UpgradeRefusal.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says whether a whole response opens the connection: the client's checks of RFC 6455 4.1, in their order. */
final class HandshakeJudge {

    private static final int SWITCHING_PROTOCOLS = 101;

    private HandshakeJudge() {}

    /** The response itself if it opens the connection, a refusal otherwise. */
    static UpgradeOutcome judge(UpgradeResponse response, byte[] nonce16, Offer offer, AcceptKey accept) {
        if (response.status() != SWITCHING_PROTOCOLS) {
            return otherStatus(response);
        }
        UpgradeOutcome refusal = notUpgraded(response);
        if (refusal == null) {
            refusal = wrongAccept(response, nonce16, accept);
        }
        if (refusal == null) {
            refusal = otherExtension(response, offer.compression());
        }
        if (refusal == null) {
            refusal = otherSubprotocol(response, offer.subprotocols());
        }
        return refusal == null ? response : refusal;
    }

    private static UpgradeRefusal otherStatus(UpgradeResponse response) {
        String location = response.header("Location");
        return switch (response.status()) {
            case 301, 302, 303, 307, 308 ->
                new UpgradeRefusal(
                        Reason.REDIRECT,
                        response.status(),
                        response.statusLine()
                                + (location == null ? " without a location" : " to " + Quote.of(location)),
                        location,
                        response);
            default -> refusal(Reason.STATUS, response, response.statusLine());
        };
    }

    private static @Nullable UpgradeRefusal notUpgraded(UpgradeResponse response) {
        if (response.version().equals("HTTP/1.0")) {
            return refusal(Reason.NOT_UPGRADED, response, "101 in HTTP/1.0, which has no upgrade");
        }
        String upgrade = response.joined("Upgrade");
        if (upgrade == null || !upgrade.equalsIgnoreCase("websocket")) {
            return refusal(Reason.NOT_UPGRADED, response, "101 with " + named("Upgrade", upgrade));
        }
        String connection = response.joined("Connection");
        if (connection == null || !hasToken(connection, "upgrade")) {
            return refusal(Reason.NOT_UPGRADED, response, "101 with " + named("Connection", connection));
        }
        return null;
    }

    private static @Nullable UpgradeRefusal wrongAccept(UpgradeResponse response, byte[] nonce16, AcceptKey accept) {
        String value = response.joined("Sec-WebSocket-Accept"); // a repeated one matches nothing (RFC 6455 11.3.3)
        if (value == null || !accept.matches(nonce16, value)) {
            String seen = "101 with " + named("Sec-WebSocket-Accept", value);
            return refusal(Reason.WRONG_ACCEPT, response, seen + ", expected " + AcceptKey.expected(nonce16));
        }
        return null;
    }

    private static @Nullable UpgradeRefusal otherExtension(UpgradeResponse response, Compression offered) {
        String extensions = response.joined("Sec-WebSocket-Extensions");
        if (extensions == null || extensions.isEmpty()) {
            return null;
        }
        if (offered == Compression.PERMESSAGE_DEFLATE && DeflateTerms.parse(extensions) != null) {
            return null;
        }
        String what = offered == Compression.PERMESSAGE_DEFLATE && extensions.startsWith(DeflateTerms.NAME)
                ? "101 with permessage-deflate on terms that were not offered: "
                : "101 with an extension that was not offered: ";
        return refusal(Reason.UNEXPECTED_EXTENSION, response, what + Quote.of(extensions));
    }

    private static @Nullable UpgradeRefusal otherSubprotocol(UpgradeResponse response, List<String> offered) {
        String subprotocol = response.joined("Sec-WebSocket-Protocol"); // a repeated one matches nothing (11.3.4)
        if (subprotocol != null && !offered.contains(subprotocol)) {
            String detail = "101 with a subprotocol that was not offered: " + Quote.of(subprotocol);
            return refusal(Reason.UNEXPECTED_SUBPROTOCOL, response, detail);
        }
        return null;
    }

    private static UpgradeRefusal refusal(Reason reason, UpgradeResponse response, String detail) {
        return new UpgradeRefusal(reason, response.status(), detail, null, response);
    }

    private static String named(String name, @Nullable String value) {
        return value == null ? "no " + name + " header" : name + ": " + Quote.of(value);
    }

    private static boolean hasToken(String list, String token) {
        int start = 0;
        while (start <= list.length()) {
            int comma = list.indexOf(',', start);
            int end = comma < 0 ? list.length() : comma;
            if (list.substring(start, end).strip().equalsIgnoreCase(token)) {
                return true;
            }
            start = end + 1;
        }
        return false;
    }
}
