package dev.wsdoc.talk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.wsdoc.model.Json;
import dev.wsdoc.net.tls.Verification;
import dev.wsdoc.talk.Turn.Speaker;
import dev.wsdoc.wire.frame.Opcode;
import dev.wsdoc.wire.handshake.Header;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A WebSocket connection that a browser recorded in a HAR file (HTTP Archive 1.2), with the field {@code _webSocketMessages} that
 * Chrome and others add.
 *
 * @param turns in their order, with the browser's times
 */
public record HarFile(BrowserRequest request, List<Turn> turns) {
    private static final String MESSAGES = "_webSocketMessages";
    private static final double NANOS = 1e9;

    public HarFile {
        turns = List.copyOf(turns);
    }

    /** What we said in it. */
    public List<Turn> ours() {
        return turns.stream().filter(turn -> turn.speaker() == Speaker.US).toList();
    }

    /**
     * The first connection in the file.
     *
     * @throws IOException when it cannot be read, or has none
     */
    public static HarFile read(Path file) throws IOException {
        JsonNode entries;
        try (var in = Files.newInputStream(file)) {
            entries = Json.mapper().readTree(in).path("log").path("entries");
        } catch (JsonProcessingException e) {
            throw new IOException(file + " is not JSON: " + e.getOriginalMessage(), e);
        }
        for (JsonNode entry : entries) {
            if (entry.has(MESSAGES)) {
                return of(entry, file);
            }
        }
        throw new IOException(file + " has no entry with " + MESSAGES + ", so no WebSocket was recorded in it");
    }

    private static HarFile of(JsonNode entry, Path file) throws IOException {
        try {
            List<Turn> turns = new ArrayList<>();
            entry.path(MESSAGES).forEach(message -> turns.add(turn(message)));
            return new HarFile(request(entry.path("request")), turns);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private static BrowserRequest request(JsonNode request) {
        List<Header> headers = new ArrayList<>();
        for (JsonNode header : request.path("headers")) {
            String name = header.path("name").asText();
            if (!name.startsWith(":")) { // HTTP/2
                headers.add(new Header(name, header.path("value").asText()));
            }
        }
        return BrowserRequest.of(request.path("url").asText(), headers, Verification.FULL);
    }

    private static Turn turn(JsonNode message) {
        String data = message.path("data").asText();
        boolean isText = message.path("opcode").asInt(Opcode.TEXT.code()) == Opcode.TEXT.code();
        Said said = isText ? Said.text(data) : Said.binary(Base64.getDecoder().decode(data));
        double seconds = message.path("time").asDouble();
        Instant at = Instant.ofEpochSecond((long) seconds, (long) (seconds % 1 * NANOS));
        return new Turn("send".equals(message.path("type").asText()) ? Speaker.US : Speaker.SERVER, at, said);
    }
}
