package dev.wsdoc.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.wsdoc.model.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;

/**
 * An HTTP response.
 *
 * @param headers besides Content-Type and Content-Length
 */
public record HttpResponse(int status, String contentType, String body, Map<String, String> headers) {
    private static final String JSON = "application/json";

    public HttpResponse {
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
    public static HttpResponse error(int status, String message) {
        return json(status, Map.of("error", message));
    }

    static HttpResponse text(String contentType, String text) {
        return new HttpResponse(200, contentType, text, Map.of());
    }

    /**
     * The bytes that go over the wire: RFC 9112.
     *
     * @param keepAlive whether the connection stays open for another request
     * @param headOnly without the body, whose length is told all the same (RFC 9110 9.3.2)
     * @param now for the Date header
     */
    byte[] encode(boolean keepAlive, boolean headOnly, Instant now) {
        byte[] content = body.getBytes(UTF_8);
        StringBuilder head = new StringBuilder(256)
                .append("HTTP/1.1 ")
                .append(status)
                .append(' ')
                .append(phrase(status))
                .append("\r\nDate: ")
                .append(RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)))
                .append("\r\nContent-Type: ")
                .append(contentType)
                .append("\r\nContent-Length: ")
                .append(content.length)
                .append("\r\nCache-Control: no-store\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append(keepAlive ? "\r\n" : "Connection: close\r\n\r\n");
        byte[] first = head.toString().getBytes(UTF_8);
        byte[] all = Arrays.copyOf(first, first.length + (headOnly ? 0 : content.length));
        if (!headOnly) {
            System.arraycopy(content, 0, all, first.length, content.length);
        }
        return all;
    }

    /** The reason phrase of the status codes that this server sends: RFC 9110 section 15. */
    public static String phrase(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 408 -> "Request Timeout";
            case 413 -> "Content Too Large";
            case 426 -> "Upgrade Required";
            case 429 -> "Too Many Requests";
            case 431 -> "Request Header Fields Too Large";
            case 500 -> "Internal Server Error";
            case 503 -> "Service Unavailable";
            default -> "Error";
        };
    }

    HttpResponse with(String header, String value) {
        return new HttpResponse(status, contentType, body, Map.of(header, value));
    }
}
