package dev.wsdoc.cli.framing;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.wsdoc.talk.Turn;
import dev.wsdoc.talk.TurnSink;
import dev.wsdoc.wire.frame.Opcode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;

/** A JSON object on a line for each message, all ASCII, with nothing lost. */
final class JsonLineSink implements TurnSink {
    private final JsonGenerator json;
    private final OutputStream out;

    JsonLineSink(OutputStream out) throws IOException {
        this.out = out;
        this.json = JsonFactory.builder()
                .configure(JsonWriteFeature.ESCAPE_NON_ASCII, true)
                .build()
                .createGenerator(out, JsonEncoding.UTF8)
                .setRootValueSeparator(null);
    }

    @Override
    public void write(Turn turn) throws IOException {
        boolean isText = turn.message().opcode() == Opcode.TEXT;
        json.writeStartObject();
        json.writeStringField("time", turn.at().toString());
        json.writeStringField("type", isText ? "text" : "binary");
        json.writeNumberField("size", turn.message().size());
        if (isText) {
            json.writeStringField("data", turn.message().text());
        } else {
            json.writeStringField(
                    "base64", Base64.getEncoder().encodeToString(turn.message().bytes()));
        }
        json.writeEndObject();
        json.writeRaw('\n');
    }

    @Override
    public void flush() throws IOException {
        json.flush();
        out.flush();
    }
}
