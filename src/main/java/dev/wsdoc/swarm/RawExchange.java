package dev.wsdoc.swarm;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What passes over a connection that never became a WebSocket. Owned by its member's loop. */
final class RawExchange {
    private static final int LONGEST_ANSWER = 4 * 1024;

    private final byte[] request;
    private final StringBuilder answer = new StringBuilder();

    /** @param request the upgrade request that a good client would make */
    RawExchange(byte[] request) {
        this.request = request;
    }

    byte[] request() {
        return request.clone();
    }

    void received(ByteBuffer bytes) {
        int kept = Math.min(bytes.remaining(), LONGEST_ANSWER - answer.length());
        byte[] beginning = new byte[kept];
        bytes.get(beginning).position(bytes.limit());
        answer.append(new String(beginning, StandardCharsets.ISO_8859_1));
    }

    /** The beginning of what the server wrote, at most 4 kB as Latin-1. */
    String answer() {
        return answer.toString();
    }
}
