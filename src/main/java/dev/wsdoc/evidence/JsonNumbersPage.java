package dev.wsdoc.evidence;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.wsdoc.net.tls.Tls;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A status page in JSON of which it is not known where it counts. An array or an object counts as many as it has, as in {@link
 * JsonStatusPage}, which says what the other components are.
 */
public record JsonNumbersPage(
        URI url,
        @Nullable JsonPointer stale,
        @Nullable URI cleanupUrl,
        @Nullable JsonPointer cleaned,
        Tls tls) implements NumbersPage {
    private static final int MOST_NUMBERS = 10_000;
    private static final int MOST_ELEMENTS = 16; // of an array: a few workers, but not thousands of clients

    @Override
    public PageNumbers read(Duration deadline) throws IOException {
        HttpReply reply = JsonStatusPage.send("GET", url, deadline, tls);
        JsonNode page = reply.json();
        if (page == null) {
            throw new IOException(url + " answers " + reply.kind() + ", not JSON");
        }
        Map<String, Long> numbers = new LinkedHashMap<>();
        gather(page, "", numbers);
        return new PageNumbers(numbers);
    }

    private static void gather(JsonNode node, String place, Map<String, Long> numbers) {
        if (numbers.size() >= MOST_NUMBERS) {
            return;
        }
        if (node.isContainerNode()) {
            numbers.put(place, (long) node.size());
        } else if (node.isIntegralNumber() && node.canConvertToLong()) {
            numbers.put(place, node.longValue());
        }
        for (int i = 0; node.isArray() && i < Math.min(node.size(), MOST_ELEMENTS); i++) {
            gather(node.get(i), place + "/" + i, numbers);
        }
        node.properties()
                .forEach(field ->
                        gather(field.getValue(), place + "/" + JsonStatusPage.escaped(field.getKey()), numbers));
    }

    @Override
    public CountSource at(String place) {
        return new JsonStatusPage(url, JsonPointer.compile(place), stale, cleanupUrl, cleaned, tls);
    }

    @Override
    public String option() {
        return "--count";
    }
}
