package dev.wsdoc.server.front;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wsdoc.server.http.HttpResponse;
import dev.wsdoc.server.manager.policy.Refusal;
import java.nio.ByteBuffer;

/** An HTTP error, as bytes, after which the connection closes. */
final class ErrorResponse {
    private ErrorResponse() {}

    static ByteBuffer of(Refusal refusal) {
        String body = refusal.message() + "\n";
        String head = "HTTP/1.1 " + refusal.status() + " " + HttpResponse.phrase(refusal.status()) + "\r\n"
                + "Content-Type: text/plain; charset=utf-8\r\n"
                + "Content-Length: " + body.getBytes(UTF_8).length + "\r\n"
                + extra(refusal.status())
                + "Connection: close\r\n\r\n";
        return ByteBuffer.wrap((head + body).getBytes(UTF_8));
    }

    private static String extra(int status) {
        return switch (status) {
            case 401 -> "WWW-Authenticate: Bearer\r\n"; // RFC 9110 section 11.6.1
            case 405 -> "Allow: GET\r\n";
            case 426 -> "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"; // RFC 6455 section 4.4
            case 429, 503 -> "Retry-After: 1\r\n";
            default -> "";
        };
    }
}
