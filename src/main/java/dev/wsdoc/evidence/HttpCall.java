package dev.wsdoc.evidence;

import dev.wsdoc.net.tls.Tls;
import dev.wsdoc.net.tls.TlsFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpRetryException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request, sent straight to the server and given up at a deadline, however slowly the server drips its answer.
 *
 * <p>Through {@link HttpURLConnection}: its first request in a cold JVM takes 40 ms, that of java.net.http some 350 ms.
 */
final class HttpCall {
    private static final int LARGEST_BODY = 64 << 20;

    private final String method;
    private final URI url;
    private final Duration deadline;
    private final Tls tls;

    HttpCall(String method, URI url, Duration deadline, Tls tls) {
        this.method = method;
        this.url = url;
        this.deadline = deadline;
        this.tls = tls;
    }

    /**
     * Sends the request and reads the whole response.
     *
     * @param token sent as a bearer token; null for none
     * @throws SocketTimeoutException when the deadline passes
     * @throws TlsFailure when TLS does not come about
     * @throws IOException when there is no HTTP response, or a longer one than 64 MiB
     */
    HttpReply send(@Nullable String token) throws IOException {
        HttpURLConnection connection = open(token);
        CompletableFuture<Boolean> expired =
                new CompletableFuture<Boolean>().completeOnTimeout(true, deadline.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture<Void> cutOff = expired.thenAccept(ignored -> connection.disconnect());
        try {
            return exchange(connection);
        } catch (IOException e) {
            if (expired.isDone()) {
                SocketTimeoutException timeout = new SocketTimeoutException("Read timed out");
                timeout.initCause(e);
                throw timeout;
            }
            throw overTls(e);
        } finally {
            expired.cancel(false);
            cutOff.cancel(false);
        }
    }

    private IOException overTls(IOException e) {
        if (e instanceof SSLException) {
            return tls.explain(e);
        }
        TlsFailure unsaid = url.getScheme().equalsIgnoreCase("https") ? tls.unsaid() : null;
        return unsaid == null ? e : unsaid;
    }

    private HttpURLConnection open(@Nullable String token) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection(Proxy.NO_PROXY);
        if (connection instanceof HttpsURLConnection secured) {
            secured.setSSLSocketFactory(tls.sockets());
            secured.setHostnameVerifier(tls.hosts());
        }
        connection.setRequestMethod(method);
        connection.setConnectTimeout((int) deadline.toMillis());
        connection.setReadTimeout((int) deadline.toMillis());
        connection.setInstanceFollowRedirects(false);
        connection.setRequestProperty("Accept", "application/json");
        connection.setRequestProperty("User-Agent", "wsdoc");
        if (token != null) {
            connection.setRequestProperty("Authorization", "Bearer " + token);
        }
        if (method.equals("POST")) {
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(0); // else a request whose answer is lost would be sent twice
        }
        return connection;
    }

    private static HttpReply exchange(HttpURLConnection connection) throws IOException {
        int status = status(connection);
        if (status < 0) {
            throw new IOException("the answer is not HTTP");
        }
        return new HttpReply(status, body(connection, status), connection.getHeaderField("Location"));
    }

    private static int status(HttpURLConnection connection) throws IOException {
        try {
            if (connection.getDoOutput()) {
                connection.getOutputStream().close();
            }
            return connection.getResponseCode();
        } catch (HttpRetryException e) {
            return e.responseCode(); // how the JDK tells of a 401 to a POST
        }
    }

    /** Reads to the end, so that the connection can be used again. */
    private static String body(HttpURLConnection connection, int status) throws IOException {
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            if (in != null) {
                body.write(in.readNBytes(LARGEST_BODY));
                if (in.read() >= 0) {
                    throw new IOException("the answer is longer than " + (LARGEST_BODY >> 20) + " MiB");
                }
            }
            return body.toString(StandardCharsets.UTF_8);
        }
    }
}
