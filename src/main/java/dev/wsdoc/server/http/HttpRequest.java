package dev.wsdoc.server.http;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * As much of an HTTP request as the endpoints need: they take no body.
 *
 * @param target path and query, as the client wrote it
 * @param authorization the Authorization header, null when absent
 */
public record HttpRequest(
        String method, String target, @Nullable String authorization, InetSocketAddress caller) {
    /** Whether only the head of the answer is wanted. */
    public boolean isHead() {
        return method.equals("HEAD");
    }
}
