package dev.wsdoc.server.front;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wsdoc.server.manager.policy.Refusal;
import java.nio.ByteBuffer;

/** An HTTP error, as bytes, after which the connection closes. */
final class ErrorResponse {
    private ErrorResponse() {}

    static ByteBuffer of(Refusal refusal) {
        String body = refusal.message() + "\n";
        String head = "HTTP/1.1 " + refusal.status() + " " + phrase(refusal.status()) + "\r\n"
                + "Content-Type: text/plain; charset=utf-8\r\n"
                + "Content-Length: " + body.getBytes(UTF_8).length + "\r\n"
                + extra(refusal.status())
                + "Connection: close\r\n\r\n";
        return UTF_8.encode(head + body);
    }

    private static String extra(int status) {
        return switch (status) {
            case 405 -> "Allow: GET\r\n";
            case 426 -> "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"; // RFC 6455 section 4.4
            case 429, 503 -> "Retry-After: 1\r\n";
            default -> "";
        };
    }

    private static String phrase(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 408 -> "Request Timeout";
            case 426 -> "Upgrade Required";
            case 429 -> "Too Many Requests";
            case 431 -> "Request Header Fields Too Large";
            case 503 -> "Service Unavailable";
            default -> "Error";
        };
    }
}
