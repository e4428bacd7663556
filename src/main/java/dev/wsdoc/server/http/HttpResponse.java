package dev.wsdoc.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.wsdoc.model.Json;
import java.util.Map;

/**
 * An HTTP response.
 *
 * @param headers besides Content-Type and Content-Length
 */
record HttpResponse(int status, String contentType, String body, Map<String, String> headers) {
    private static final String JSON = "application/json";

    HttpResponse {
        headers = Map.copyOf(headers);
    }

    static HttpResponse json(int status, Object value) {
        try {
            return new HttpResponse(status, JSON, Json.mapper().writeValueAsString(value), Map.of());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + value.getClass() + " as JSON", e);
        }
    }

    /** {@code {"error": ...}}. */
    static HttpResponse error(int status, String message) {
        return json(status, Map.of("error", message));
    }

    static HttpResponse text(String contentType, String text) {
        return new HttpResponse(200, contentType, text, Map.of());
    }

    HttpResponse with(String header, String value) {
        return new HttpResponse(status, contentType, body, Map.of(header, value));
    }
}
