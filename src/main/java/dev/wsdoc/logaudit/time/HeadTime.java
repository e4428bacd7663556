package dev.wsdoc.logaudit.time;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.wsdoc.model.Json;
import org.jspecify.annotations.Nullable;

/** Finds the text of the time in the first line of an entry, be it the format's own or a container's. Stateless. */
public final class HeadTime {
    private static final int FARTHEST = 120;
    private static final String BEFORE_TIMES = "[( \t=\"";
    private static final String[] KEYS = {
        "time", "timestamp", "@timestamp", "ts", "@t", "asctime", "datetime", "date", "Timestamp", "t", "timeMillis"
    };

    private HeadTime() {}

    /** The time as it is written, or null if there is none. */
    public static @Nullable String of(String line) {
        if (line.startsWith("{") && line.endsWith("}")) {
            return inJson(line);
        }
        String plain = Colours.strip(line);
        int limit = Math.min(plain.length(), FARTHEST);
        for (int at = 0; at < limit; at++) {
            boolean begins = at == 0 || BEFORE_TIMES.indexOf(plain.charAt(at - 1)) >= 0 || isGlog(plain, at);
            String found = begins ? at(plain, at) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable String at(String line, int from) {
        boolean glog = isGlog(line, from);
        int end = glog ? Timestamp.end(line, from + 5) : Timestamp.end(line, from);
        boolean epoch = end > 0 && Timestamp.digits(line, from) - from >= 10;
        // A number of ten digits may be anything: it is a time only in front.
        return end < 0 || (epoch && from > 0 && line.charAt(from - 1) != '=') ? null : line.substring(from, end);
    }

    /** {@code E1122 19:36:07.123456}. */
    private static boolean isGlog(String line, int at) {
        return at == 1 && "EWIFD".indexOf(line.charAt(0)) >= 0 && Timestamp.digits(line, 1) == 5;
    }

    private static @Nullable String inJson(String line) {
        JsonNode root;
        try {
            root = Json.mapper().readTree(line);
        } catch (JsonProcessingException notJson) {
            return null;
        }
        JsonNode record = root.path("record").isObject() ? root.path("record") : root;
        for (String key : KEYS) {
            JsonNode value = record.path(key);
            if (value.isObject()) {
                value = value.path("repr");
            }
            if (value.isNumber()) {
                return value.decimalValue().toPlainString();
            }
            if (value.isTextual()) {
                int end = Timestamp.end(value.textValue(), 0);
                return end < 0 ? value.textValue() : value.textValue().substring(0, end);
            }
        }
        return null;
    }
}
