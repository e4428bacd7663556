package dev.wsdoc.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.wsdoc.model.CleanupAnswer;
import dev.wsdoc.model.EndsPage;
import dev.wsdoc.model.Json;
import dev.wsdoc.model.ServerStats;
import dev.wsdoc.model.Target;
import dev.wsdoc.net.tls.Tls;
import dev.wsdoc.net.tls.TlsFailure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The debug endpoints of wsdoc's reference server, asked over HTTP. Each call blocks for at most 5 s to connect and 5 s
 * to answer. Immutable, so thread-safe.
 */
public final class DebugEndpoint {
    /** For connecting, and again for the whole answer. */
    public static final Duration DEADLINE = Duration.ofSeconds(5);

    private static final String STATUS = "/api/debug/websocket-status";
    private static final String ENDS = "/api/debug/websocket-ends";
    private static final String CLEANUP = "/api/debug/cleanup-websockets";
    private static final String RESET_RATE_LIMITS = "/api/debug/reset-rate-limits";

    /** What is asked for again and again in an experiment. */
    public static final Set<String> PATHS = Set.of(STATUS, ENDS, CLEANUP);

    /** Fields that we do not know are welcome, fields that we need and do not get are not. */
    private static final ObjectReader STRICT = Json.mapper()
            .reader()
            .with(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .with(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    private final Target target;
    private final @Nullable String token;
    private final Duration deadline;
    private final Tls tls;

    /**
     * The endpoints of the target's server, whatever the target's path.
     *
     * @param token sent as a bearer token; null for none
     * @param tls how to speak with a wss target's server
     */
    public DebugEndpoint(Target target, @Nullable String token, Tls tls) {
        this(target, token, DEADLINE, tls);
    }

    /** The same, where only certificates that Java trusts are accepted. */
    public DebugEndpoint(Target target, @Nullable String token) {
        this(target, token, Tls.DEFAULT);
    }

    DebugEndpoint(Target target, @Nullable String token, Duration deadline) {
        this(target, token, deadline, Tls.DEFAULT);
    }

    private DebugEndpoint(Target target, @Nullable String token, Duration deadline, Tls tls) {
        this.target = target;
        this.token = token;
        this.deadline = deadline;
        this.tls = tls;
    }

    /** The counts, and {@code limit} of the listed connections from {@code offset} on. */
    public Answer<ServerStats> status(int offset, int limit) {
        return ask("GET", STATUS + "?offset=" + offset + "&limit=" + limit, ServerStats.class);
    }

    /** Like {@link #status}, but lists stale connections only. */
    public Answer<ServerStats> stale(int offset, int limit) {
        return ask("GET", STATUS + "?offset=" + offset + "&limit=" + limit + "&stale=true", ServerStats.class);
    }

    /** The journal's entries after the sequence number {@code after}, at most {@code limit}. */
    public Answer<EndsPage> ends(long after, int limit) {
        return ask("GET", ENDS + "?after=" + after + "&limit=" + limit, EndsPage.class);
    }

    /** Sweeps now. */
    public Answer<CleanupAnswer> cleanup() {
        return ask("POST", CLEANUP, CleanupAnswer.class);
    }

    /** Refills the buckets and zeroes the refusal counts; the answer is the server's own JSON. */
    public Answer<JsonNode> resetRateLimits() {
        return ask("POST", RESET_RATE_LIMITS, JsonNode.class);
    }

    private <T> Answer<T> ask(String method, String path, Class<T> type) {
        URI url = target.http(path);
        try {
            HttpReply reply = new HttpCall(method, url, deadline, tls).send(token);
            return reply.isSuccess() ? parse(reply, type, url) : missing(url, "answers " + meaning(reply));
        } catch (IOException e) {
            return missing(url, reason(e));
        }
    }

    private <T> Answer<T> parse(HttpReply reply, Class<T> type, URI url) {
        JsonNode json = reply.json();
        if (json == null) {
            return missing(
                    url,
                    "answers " + reply.kind() + ", not wsdoc's JSON; is " + target.http("/") + " the right server?");
        }
        if (!json.isObject()) {
            return missing(url, "answers JSON of another shape than wsdoc's: not an object");
        }
        try {
            return new Answer.Given<>(STRICT.treeToValue(json, type), json);
        } catch (JsonProcessingException e) {
            return missing(url, "answers JSON of another shape than wsdoc's: " + firstClause(e.getOriginalMessage()));
        }
    }

    /** Jackson's messages go on with class names and positions, the JDK's repeat themselves, which tells people nothing. */
    private static String firstClause(String message) {
        String line = message.lines().findFirst().orElse("");
        int aside = line.indexOf(" (");
        return aside > 0 ? line.substring(0, aside) : line;
    }

    private String meaning(HttpReply reply) {
        JsonNode json = reply.json();
        String said = json != null && json.path("error").isTextual()
                ? ": " + json.path("error").asText()
                : "";
        return reply.status()
                + switch (reply.status()) {
                    case 401 -> said + wantsToken();
                    case 403 -> said.isEmpty() ? wantsToken() : said; // who may ask, and from where
                    case 404 -> ": there are no such debug endpoints; is " + target.http("/") + " the right server?";
                    case 301, 302, 303, 307, 308 ->
                        ", a redirect to " + reply.location() + " (name that server instead)";
                    default -> said.isEmpty() ? " with " + reply.kind() : said;
                };
    }

    private String wantsToken() {
        return token == null ? " (needs --token)" : " (the --token is not accepted)";
    }

    private String reason(IOException e) {
        if (e instanceof SocketTimeoutException) {
            return "does not answer within " + deadline.toMillis() + " ms";
        }
        if (e instanceof UnknownHostException) {
            return "cannot be asked: there is no host '" + target.host() + "'";
        }
        if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
            return "cannot be reached: " + message(e);
        }
        return e instanceof TlsFailure
                ? "cannot be asked over TLS: " + e.getMessage()
                : "cannot be asked: " + message(e);
    }

    private static String message(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : firstClause(e.getMessage());
    }

    private static <T> Answer<T> missing(URI url, String what) {
        String text = url.toString();
        int query = text.indexOf('?');
        return new Answer.Missing<>((query < 0 ? text : text.substring(0, query)) + " " + what);
    }
}
