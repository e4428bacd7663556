package dev.wsdoc.cli.framing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.wsdoc.talk.Said;
import dev.wsdoc.wire.frame.FrameWriter;
import dev.wsdoc.wire.frame.Opcode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A JSON object on each line is a message, such as {@code {"type":"text","data":"hi"}} or {@code {"base64":"AP8="}}. */
final class JsonLineSource implements MessageSource {
    private final JsonFactory json = new JsonFactory();
    private final LineSource lines;
    private long number;

    JsonLineSource(InputStream in) {
        lines = new LineSource(in, (byte) '\n', Opcode.TEXT);
    }

    @Override
    public @Nullable Said next() throws IOException {
        Said line = lines.next();
        while (line != null && line.text().isBlank()) {
            number++;
            line = lines.next();
        }
        number++;
        return line == null ? null : message(line.bytes());
    }

    @Override
    public boolean hasNext() {
        return lines.hasNext();
    }

    private Said message(byte[] line) throws IOException {
        try (JsonParser parser = json.createParser(line)) {
            return Fields.of(parser).message();
        } catch (JsonProcessingException e) {
            throw new IOException("line " + number + " of the input is not JSON: " + e.getOriginalMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IOException("line " + number + " of the input: " + e.getMessage(), e);
        }
    }

    /** Those that count; others are skipped, so that what came out can be put in. */
    private record Fields(
            @Nullable String type,
            @Nullable String data,
            @Nullable String base64) {
        static Fields of(JsonParser parser) throws IOException {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("it is no JSON object");
            }
            Fields fields = new Fields(null, null, null);
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                JsonToken value = parser.nextToken();
                fields = fields.with(name, value == JsonToken.VALUE_NULL ? null : parser.getValueAsString());
                parser.skipChildren();
            }
            return fields;
        }

        private Fields with(String name, @Nullable String value) {
            return switch (name) {
                case "type" -> new Fields(value, data, base64);
                case "data" -> new Fields(type, value, base64);
                case "base64" -> new Fields(type, data, value);
                default -> this;
            };
        }

        Said message() {
            Opcode opcode = opcode();
            if (data == null && base64 == null) {
                throw new IllegalArgumentException("it has neither data nor base64");
            }
            byte[] bytes = base64 == null
                    ? String.valueOf(data).getBytes(StandardCharsets.UTF_8)
                    : Base64.getDecoder().decode(base64);
            if (opcode.isControl() && bytes.length > FrameWriter.MAX_CONTROL_PAYLOAD) {
                throw new IllegalArgumentException("a " + type + " takes at most 125 bytes");
            }
            return new Said(opcode, ByteBuffer.wrap(bytes));
        }

        private Opcode opcode() {
            if (type == null) {
                return base64 == null ? Opcode.TEXT : Opcode.BINARY;
            }
            return switch (type) {
                case "text" -> Opcode.TEXT;
                case "binary" -> Opcode.BINARY;
                case "ping" -> Opcode.PING;
                case "pong" -> Opcode.PONG;
                default ->
                    throw new IllegalArgumentException("type '" + type + "' is none of text, binary, ping, pong");
            };
        }
    }
}
