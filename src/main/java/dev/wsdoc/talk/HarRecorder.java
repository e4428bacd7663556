package dev.wsdoc.talk;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.wsdoc.model.Secrets;
import dev.wsdoc.talk.Turn.Speaker;
import dev.wsdoc.wire.frame.Opcode;
import dev.wsdoc.wire.handshake.Header;
import dev.wsdoc.wire.handshake.UpgradeResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Writes connections as a HAR file as they go (HTTP Archive 1.2, messages as Chrome has them), so that a long one takes no memory.
 * Headers that authorize stay out of it, and secrets in the URL are masked. Used by one thread; whole once it is closed.
 */
public final class HarRecorder implements TurnSink, AutoCloseable {
    private static final Set<String> PRIVATE = Set.of("authorization", "cookie", "set-cookie", "proxy-authorization");
    private static final double MILLIS = 1000;

    private final JsonGenerator json;
    private boolean inEntry;

    /**
     * Begins the file.
     *
     * @param version of wsdoc
     */
    public HarRecorder(OutputStream out, String version) throws IOException {
        json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8).useDefaultPrettyPrinter();
        json.writeStartObject();
        json.writeObjectFieldStart("log");
        json.writeStringField("version", "1.2");
        json.writeObjectFieldStart("creator");
        json.writeStringField("name", "wsdoc");
        json.writeStringField("version", version);
        json.writeEndObject();
        json.writeArrayFieldStart("entries");
    }

    /** A connection was opened, and the turns that follow are its. */
    public void begin(String url, List<Header> headers, Instant at, UpgradeResponse response) throws IOException {
        endEntry();
        inEntry = true;
        json.writeStartObject();
        json.writeStringField("startedDateTime", at.toString());
        json.writeNumberField("time", 0);
        request(url, headers);
        response(response);
        json.writeObjectFieldStart("cache");
        json.writeEndObject();
        json.writeObjectFieldStart("timings");
        for (String part : List.of("send", "wait", "receive")) {
            json.writeNumberField(part, 0);
        }
        json.writeEndObject();
        json.writeStringField("_resourceType", "websocket");
        json.writeArrayFieldStart("_webSocketMessages");
    }

    private void request(String url, List<Header> headers) throws IOException {
        json.writeObjectFieldStart("request");
        json.writeStringField("method", "GET");
        json.writeStringField("url", Secrets.maskUrl(url));
        json.writeStringField("httpVersion", "HTTP/1.1");
        headers(headers);
        json.writeArrayFieldStart("queryString");
        json.writeEndArray();
        sizes();
        json.writeEndObject();
    }

    private void response(UpgradeResponse response) throws IOException {
        json.writeObjectFieldStart("response");
        json.writeNumberField("status", response.status());
        json.writeStringField("statusText", response.reasonPhrase());
        json.writeStringField("httpVersion", response.version());
        headers(response.headers());
        json.writeObjectFieldStart("content");
        json.writeNumberField("size", 0);
        json.writeStringField("mimeType", "x-unknown");
        json.writeEndObject();
        json.writeStringField("redirectURL", "");
        sizes();
        json.writeEndObject();
    }

    private void headers(List<Header> headers) throws IOException {
        json.writeArrayFieldStart("headers");
        for (Header header : headers) {
            if (!PRIVATE.contains(header.name().toLowerCase(Locale.ROOT))) {
                json.writeStartObject();
                json.writeStringField("name", header.name());
                json.writeStringField("value", header.value());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private void sizes() throws IOException {
        json.writeArrayFieldStart("cookies");
        json.writeEndArray();
        json.writeNumberField("headersSize", -1);
        json.writeNumberField("bodySize", -1);
    }

    @Override
    public void write(Turn turn) throws IOException {
        Opcode opcode = turn.message().opcode();
        if (!inEntry || opcode.isControl()) {
            return;
        }
        json.writeStartObject();
        json.writeStringField("type", turn.speaker() == Speaker.US ? "send" : "receive");
        json.writeNumberField("time", turn.at().toEpochMilli() / MILLIS);
        json.writeNumberField("opcode", opcode.code());
        json.writeStringField(
                "data",
                opcode == Opcode.TEXT
                        ? turn.message().text()
                        : Base64.getEncoder().encodeToString(turn.message().bytes()));
        json.writeEndObject();
    }

    @Override
    public void flush() throws IOException {
        json.flush();
    }

    private void endEntry() throws IOException {
        if (inEntry) {
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    /** Ends the file. */
    @Override
    public void close() throws IOException {
        endEntry();
        inEntry = false;
        json.close(); // with all brackets, and the stream
    }
}
