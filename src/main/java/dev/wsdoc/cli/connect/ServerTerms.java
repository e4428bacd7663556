package dev.wsdoc.cli.connect;

import dev.wsdoc.wire.handshake.UpgradeResponse;
import java.util.List;

/** What a server agreed to beside the connection itself. */
final class ServerTerms {
    private static final List<String> HEADERS = List.of("Sec-WebSocket-Protocol", "Sec-WebSocket-Extensions");

    private ServerTerms() {}

    /** To follow the word "connected"; empty where there is nothing. */
    static String of(UpgradeResponse response) {
        StringBuilder terms = new StringBuilder();
        for (String name : HEADERS) {
            String value = response.header(name);
            terms.append(value == null ? "" : ", " + value);
        }
        return terms.toString();
    }
}
