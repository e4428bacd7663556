package dev.wsdoc.logaudit.head;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.wsdoc.logaudit.time.Timestamp;
import dev.wsdoc.model.Json;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One JSON object as an entry, in any of the usual conventions for its fields. Stateless. */
public final class JsonHead {
    private static final String[] MESSAGES = {
        "formattedMessage",
        "message",
        "msg",
        "event",
        "short_message",
        "@m",
        "@mt",
        "Message",
        "MessageTemplate",
        "text",
        "MESSAGE",
        "body",
        "Body"
    };
    private static final String[] LEVELS = {
        "level",
        "log.level",
        "severity",
        "@l",
        "LogLevel",
        "Level",
        "_level_name",
        "levelname",
        "lvl",
        "log_level",
        "loglevel",
        "logLevel",
        "level_name",
        "levelName",
        "severity_text",
        "severityText",
        "SeverityText",
        "PRIORITY"
    };

    private static final ObjectReader SCRIPT = new JsonMapper()
            .reader()
            .with(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .with(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .with(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .with(JsonReadFeature.ALLOW_TRAILING_COMMA);

    private JsonHead() {}

    static @Nullable Head parse(String line) {
        if (!line.endsWith("}")) {
            return null;
        }
        try {
            return of(Json.mapper().readTree(line), line);
        } catch (JsonProcessingException notJson) {
            return null;
        }
    }

    /** What an object of several lines says, also where it is printed as JavaScript writes it; null if it is none. */
    public static @Nullable Head ofBlock(String block) {
        try {
            JsonNode root = SCRIPT.readTree(block);
            return root.isObject() && !root.isEmpty() ? of(root, block) : null;
        } catch (IOException notJson) {
            return null;
        }
    }

    private static Head of(JsonNode root, String line) {
        JsonNode record = root.path("record").isObject() ? root.path("record") : root;
        String message = message(record);
        String error = JsonError.describe(record);
        boolean access = message.isEmpty() && error == null; // a line of an access log has nothing but fields
        return new Head(level(record), access ? line : message, HeadStyle.STRUCTURED, error);
    }

    private static String message(JsonNode record) {
        for (String key : MESSAGES) {
            JsonNode value = record.path(key);
            if (value.isTextual()) {
                return withArguments(value.textValue(), record.path("arguments"));
            }
        }
        JsonNode nested = record.path("fields").path("message");
        return nested.isTextual() ? nested.textValue() : "";
    }

    /** Logback's encoder writes the pattern and its arguments apart. */
    private static String withArguments(String message, JsonNode arguments) {
        String text = message;
        for (JsonNode argument : arguments) {
            int hole = text.indexOf("{}");
            if (hole < 0) {
                break;
            }
            text = text.substring(0, hole) + argument.asText() + text.substring(hole + 2);
        }
        return text;
    }

    private static @Nullable Level level(JsonNode record) {
        JsonNode nested = record.path("log").path("level");
        if (nested.isValueNode()) {
            return level(nested.asText());
        }
        for (String key : LEVELS) {
            JsonNode value = record.path(key);
            if (value.isObject()) {
                value = value.path("name");
            }
            if (value.isValueNode() && !value.isNull()) {
                return level(value.asText());
            }
        }
        JsonNode ofContext = record.path("context").path("logLevel");
        if (ofContext.isValueNode()) {
            return level(ofContext.asText());
        }
        boolean serilog = record.has("@t") || record.has("@mt");
        return serilog ? Level.INFO : null;
    }

    private static @Nullable Level level(String value) {
        if (value.isEmpty() || Timestamp.digits(value, 0) != value.length() || value.length() > 6) {
            return Level.ofWord(value);
        }
        int number = Integer.parseInt(value);
        if (number >= 1000) {
            return byRank(number, 10_000, 20_000, 30_000, 40_000);
        }
        return number < 8 ? bySyslog(number) : byRank(number, 20, 30, 40, 50);
    }

    /** Pino and bunyan count 10 to 60, logback in thousands; both grow with the trouble. */
    private static Level byRank(int number, int debug, int info, int warn, int error) {
        if (number >= warn) {
            return number >= error ? Level.ERROR : Level.WARN;
        }
        return number >= info ? Level.INFO : number >= debug ? Level.DEBUG : Level.TRACE;
    }

    /** RFC 5424 section 6.2.1: 0 is the worst, 3 an error, 7 debug. */
    static Level bySyslog(int severity) {
        if (severity <= 4) {
            return severity == 4 ? Level.WARN : Level.ERROR;
        }
        return severity == 7 ? Level.DEBUG : Level.INFO;
    }
}
