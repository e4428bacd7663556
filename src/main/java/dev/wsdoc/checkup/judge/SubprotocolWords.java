package dev.wsdoc.checkup.judge;

import dev.wsdoc.verdict.Finding;
import dev.wsdoc.wire.handshake.UpgradeRefusal;
import dev.wsdoc.wire.handshake.UpgradeResponse;
import java.util.Locale;
import java.util.regex.Pattern;

/** Servers that want a subprotocol, and say so in different ways. Pure. */
final class SubprotocolWords {
    private static final String OFFER_ONE = "offer one that the server knows with --subprotocol NAME";
    private static final Pattern NAMED = Pattern.compile("sub-?protocol");
    private static final int GRAPHQL_NOT_ACCEPTABLE = 4406; // graphql-ws: "Subprotocol not acceptable"

    private SubprotocolWords() {}

    static Finding unoffered(String observed) {
        return Questions.SUBPROTOCOL.fail(
                "no subprotocol that was not offered (RFC 6455 section 4.2.2)",
                observed,
                OFFER_ONE + ", or let the server choose none where none is offered");
    }

    static Finding demanded(String observed) {
        return Questions.SUBPROTOCOL.fail(
                "a connection without a subprotocol, or with what was offered (RFC 6455 section 1.9)",
                observed + ": the server demands another subprotocol",
                OFFER_ONE);
    }

    /** Whether a refusal of the upgrade tells of it. */
    static boolean isDemanded(UpgradeRefusal refusal) {
        UpgradeResponse head = refusal.response();
        boolean isNamed =
                NAMED.matcher(refusal.detail().toLowerCase(Locale.ROOT)).find();
        return isNamed || (head != null && head.header("Sec-WebSocket-Protocol") != null);
    }

    /** Whether a close tells of it. */
    static boolean isDemanded(int closeCode, String reason) {
        return closeCode == GRAPHQL_NOT_ACCEPTABLE
                || NAMED.matcher(reason.toLowerCase(Locale.ROOT)).find();
    }
}
