package dev.wsdoc.checkup.plan;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How connections are to be held, to see who cuts them.
 *
 * @param kinds of clients that hold one, all at once
 * @param upTo how long nobody is waited for any more, 1 s to 24 h
 * @param pulse from one word to the next of a client that says something
 * @param origin where the server is without what stands in between; null when nobody said
 */
public record Hold(
        List<HoldKind> kinds,
        Duration upTo,
        Duration pulse,
        @Nullable InetAddress origin) {

    /** @throws IllegalArgumentException with one line that names option, value and limit */
    public Hold {
        kinds = List.copyOf(kinds);
        if (upTo.compareTo(Duration.ofSeconds(1)) < 0 || upTo.compareTo(Duration.ofHours(24)) > 0) {
            throw new IllegalArgumentException("--up-to is not between 1s and 24h");
        }
    }
}
