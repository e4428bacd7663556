package dev.wsdoc.checkup.judge;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.wsdoc.model.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A time limit that a product has unless somebody sets another; {@code known-limits.json} has them all.
 *
 * @param seconds after which it ends a connection
 * @param setting what it is called there
 * @param server a part of what the product says in its Server or Via header, in small letters; null when it says nothing
 * @param pings how many seconds apart it pings; null when it does not, so that the limit is on silence or on the whole life
 * @param source the page that says so
 */
record KnownLimit(
        String product,
        double seconds,
        String setting,
        @Nullable String server,
        @Nullable Double pings,
        String source) {
    private static final double LEAST_TOLERANCE_SECONDS = 0.75;
    private static final double TOLERANCE = 0.02;

    /** All of them. */
    static List<KnownLimit> all() {
        try (InputStream in = Objects.requireNonNull(KnownLimit.class.getResourceAsStream("known-limits.json"))) {
            return Json.mapper().readValue(in, new TypeReference<List<KnownLimit>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Those that explain an end.
     *
     * @param seconds after which it came
     * @param isPinged whether pings came before it
     */
    boolean explains(double seconds, boolean isPinged) {
        double tolerance = Math.max(LEAST_TOLERANCE_SECONDS, seconds * TOLERANCE);
        return Math.abs(this.seconds - seconds) <= tolerance && isPinged == (pings != null);
    }

    /** Whether an answer's headers name the product. */
    boolean isNamedIn(String headers) {
        return server != null && headers.toLowerCase(Locale.ROOT).contains(server);
    }

    /** Such as {@code nginx's proxy_read_timeout (https://...)}. */
    String words() {
        return product + ", " + setting + " (" + source + ")";
    }
}
