package dev.wsdoc.evidence;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.wsdoc.net.tls.Tls;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A server's own status page in JSON, with pointers (RFC 6901) to what it counts. An array or an object that is pointed to
 * counts as many as it has. Immutable.
 *
 * @param stale null when the page does not say
 * @param cleanupUrl what makes the server clean up, by POST; null when nothing does
 * @param cleaned in the answer to that; null when it does not say
 * @param tls how to speak with an https page
 */
public record JsonStatusPage(
        URI url,
        JsonPointer count,
        @Nullable JsonPointer stale,
        @Nullable URI cleanupUrl,
        @Nullable JsonPointer cleaned,
        Tls tls)
        implements CountSource {
    private static final Duration DEADLINE = Duration.ofSeconds(5);
    private static final int MOST_SHOWN = 12;

    @Override
    public String path() {
        return url.getPath();
    }

    @Override
    public Answer<Counts> ask() {
        try {
            JsonNode page = get("GET", url, tls);
            return new Answer.Given<>(new Counts(number(url, page, count), optional(url, page, stale)), page);
        } catch (IOException e) {
            return new Answer.Missing<>(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public @Nullable Answer<Cleaned> cleanup() {
        if (cleanupUrl == null) {
            return null;
        }
        try {
            JsonNode answer = cleaned == null ? send("POST", cleanupUrl, tls).json() : get("POST", cleanupUrl, tls);
            return new Answer.Given<>(new Cleaned(answer == null ? null : optional(cleanupUrl, answer, cleaned)));
        } catch (IOException e) {
            return new Answer.Missing<>(String.valueOf(e.getMessage()));
        }
    }

    private static JsonNode get(String method, URI url, Tls tls) throws IOException {
        HttpReply reply = send(method, url, tls);
        JsonNode json = reply.json();
        if (json == null) {
            throw new IOException(url + " answers " + reply.kind() + ", not JSON");
        }
        return json;
    }

    static HttpReply send(String method, URI url, Tls tls) throws IOException {
        return send(method, url, DEADLINE, tls);
    }

    static HttpReply send(String method, URI url, Duration deadline, Tls tls) throws IOException {
        HttpReply reply;
        try {
            reply = new HttpCall(method, url, deadline, tls).send(null);
        } catch (IOException e) {
            throw new IOException(url + " cannot be asked: " + e.getMessage(), e);
        }
        if (!reply.isSuccess()) {
            throw new IOException(url + " answers " + reply.status());
        }
        return reply;
    }

    private static @Nullable Long optional(URI url, JsonNode page, @Nullable JsonPointer pointer) throws IOException {
        return pointer == null ? null : (Long) number(url, page, pointer);
    }

    private static long number(URI url, JsonNode page, JsonPointer pointer) throws IOException {
        JsonNode node = page.at(pointer);
        if (node.isContainerNode()) {
            return node.size();
        }
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            List<String> there = new ArrayList<>();
            numbers(page, "", there);
            throw new IOException(url + " has " + (node.isMissingNode() ? "nothing" : "no number") + " at " + pointer
                    + "; there is " + (there.isEmpty() ? "no number at all" : String.join(", ", there)));
        }
        return node.longValue();
    }

    /** Where the page has something to count, such as {@code /stats/total (5)}. */
    private static void numbers(JsonNode node, String path, List<String> there) {
        if (there.size() >= MOST_SHOWN) {
            return;
        }
        if (node.isIntegralNumber()) {
            there.add(path + " (" + node.asText() + ")");
        } else if (node.isArray()) {
            there.add(path + " (an array of " + node.size() + ")");
        }
        node.properties().forEach(field -> numbers(field.getValue(), path + "/" + escaped(field.getKey()), there));
    }

    /** A field's name as a pointer has it: RFC 6901 section 3. */
    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
