package dev.wsdoc.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.wsdoc.model.Json;
import dev.wsdoc.model.Secrets;
import java.io.IOException;
import java.io.StringWriter;

/**
 * JSON as wsdoc prints it: all ASCII, so that neither a character set nor a terminal can spoil it, and without
 * {@linkplain Secrets secrets}.
 */
public final class JsonText {
    private JsonText() {}

    /** Passes every text value through the mask; names of fields are our own. */
    private static final class Masking extends JsonGeneratorDelegate {
        Masking(JsonGenerator json) {
            super(json, false);
        }

        @Override
        public void writeString(String text) throws IOException {
            super.writeString(Secrets.mask(text));
        }
    }

    /** The value as indented JSON with a line break at its end. */
    public static String of(Object value) {
        return write(Json.mapper().writer().with(SerializationFeature.INDENT_OUTPUT), value);
    }

    /** The value as JSON on one line, with a line break at its end. */
    public static String line(Object value) {
        return write(Json.mapper().writer(), value);
    }

    private static String write(ObjectWriter writer, Object value) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new Masking(writer.createGenerator(out))) {
            writer.writeValue(json, value);
            json.flush();
            return ascii(out.toString()) + "\n";
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "cannot write " + value.getClass().getName() + " as JSON", e);
        }
    }

    /**
     * Escapes what is not ASCII, which stands only within strings. An unpaired surrogate becomes U+FFFD: Jackson itself
     * refuses to read it back (RFC 8259 section 8.2).
     */
    private static String ascii(String json) {
        StringBuilder out = new StringBuilder(json.length());
        json.codePoints().forEach(c -> {
            if (c < 0x7f) {
                out.append((char) c);
            } else {
                boolean isUnpaired = Character.getType(c) == Character.SURROGATE;
                for (char unit : Character.toChars(isUnpaired ? 0xfffd : c)) {
                    out.append(String.format("\\u%04x", (int) unit));
                }
            }
        });
        return out.toString();
    }
}
