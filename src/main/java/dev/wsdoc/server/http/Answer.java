package dev.wsdoc.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.wsdoc.model.Json;
import java.util.Map;

/**
 * An HTTP response.
 *
 * @param headers besides Content-Type and Content-Length
 */
record Answer(int status, String contentType, String body, Map<String, String> headers) {
    private static final String JSON = "application/json";

    Answer {
        headers = Map.copyOf(headers);
    }

    static Answer json(int status, Object value) {
        try {
            return new Answer(status, JSON, Json.mapper().writeValueAsString(value), Map.of());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + value.getClass() + " as JSON", e);
        }
    }

    /** {@code {"error": ...}}. */
    static Answer error(int status, String message) {
        return json(status, Map.of("error", message));
    }

    static Answer text(String contentType, String text) {
        return new Answer(200, contentType, text, Map.of());
    }

    Answer with(String header, String value) {
        return new Answer(status, contentType, body, Map.of(header, value));
    }
}
