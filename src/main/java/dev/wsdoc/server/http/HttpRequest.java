package dev.wsdoc.server.http;

import java.net.InetSocketAddress;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * As much of an HTTP request as the endpoints need: they take no body.
 *
 * @param target path and query, as the client wrote it
 * @param headers by lower-case name
 */
public record HttpRequest(String method, String target, Map<String, String> headers, InetSocketAddress caller) {
    public HttpRequest {
        headers = Map.copyOf(headers);
    }

    /** Null when it is missing. */
    @Nullable
    String header(String lowerCaseName) {
        return headers.get(lowerCaseName);
    }

    /** Whether only the head of the answer is wanted. */
    boolean isHead() {
        return method.equals("HEAD");
    }
}
