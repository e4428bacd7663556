package dev.wsdoc.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.wsdoc.model.Json;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP response that was read to its end.
 *
 * @param location where a redirect points, null when there is none
 */
record HttpReply(int status, String body, @Nullable String location) {

    boolean isSuccess() {
        return status / 100 == 2;
    }

    /** The body as JSON, null when it is something else. */
    @Nullable
    JsonNode json() {
        try {
            JsonNode json = Json.mapper().readTree(body);
            return json == null || json.isMissingNode() ? null : json;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /** What a body that is not JSON looks like. */
    String kind() {
        String start = body.substring(0, Math.min(body.length(), 200)).strip();
        if (start.isEmpty()) {
            return "nothing";
        }
        String lower = start.toLowerCase(Locale.ROOT);
        return lower.startsWith("<!doctype html") || lower.contains("<html") ? "HTML" : "text";
    }
}
