package dev.wsdoc.cli.connect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.wsdoc.report.Palette;
import dev.wsdoc.report.Printable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A JSON text, indented and coloured, made harmless for a terminal. Used once. */
final class PrettyJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String INDENT = "  ";

    private final Palette palette;
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private int depth;
    private boolean first = true; // in its array or object
    private boolean afterName;

    private PrettyJson(Palette palette) {
        this.palette = palette;
    }

    /** Its lines; null where the text is no JSON object or array. */
    static @Nullable List<String> lines(String text, Palette palette) {
        String start = text.stripLeading();
        if (!start.startsWith("{") && !start.startsWith("[")) {
            return null;
        }
        try (JsonParser parser = JSON.createParser(text)) {
            return new PrettyJson(palette).write(parser);
        } catch (IOException e) {
            return null; // it only looks like JSON
        }
    }

    private @Nullable List<String> write(JsonParser parser) throws IOException {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            write(token, parser);
            if (depth == 0 && parser.nextToken() != null) {
                return null; // something follows
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private void write(JsonToken token, JsonParser parser) throws IOException {
        switch (token) {
            case START_OBJECT, START_ARRAY -> {
                beginValue();
                line.append(token.asString());
                depth++;
                first = true;
            }
            case END_OBJECT, END_ARRAY -> {
                depth--;
                if (!first) {
                    breakLine();
                }
                line.append(token.asString());
                first = false;
            }
            case FIELD_NAME -> {
                beginValue();
                line.append(palette.strong(quoted(parser.currentName()))).append(": ");
                afterName = true;
            }
            default -> {
                beginValue();
                line.append(scalar(token, parser));
            }
        }
    }

    private void beginValue() {
        if (afterName) {
            afterName = false;
        } else if (depth > 0) {
            line.append(first ? "" : ",");
            breakLine();
        }
        first = false;
    }

    private void breakLine() {
        lines.add(line.toString());
        line.setLength(0);
        line.append(INDENT.repeat(depth));
    }

    private String scalar(JsonToken token, JsonParser parser) throws IOException {
        return switch (token) {
            case VALUE_STRING -> palette.good(quoted(parser.getText()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> palette.caution(parser.getText());
            default -> palette.faint(parser.getText());
        };
    }

    private static String quoted(String text) {
        return Printable.line(
                '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"');
    }
}
