package dev.wsdoc.checkup.observe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that was seen.
 *
 * @param examined the connection that was examined: to the first address that accepted
 * @param series all connections to that address, the examined one first
 * @param addresses one connection to each address, in the order of preference, the examined one among them
 * @param chain the certificates that the server shows; null without TLS
 * @param foreign the same with another site's origin; null when that was not tried
 * @param interrupted whether it came to its end early
 */
public record Examination(
        Visit examined,
        List<Visit> series,
        List<Visit> addresses,
        @Nullable ChainSeen chain,
        @Nullable Visit foreign,
        boolean interrupted) {
    public Examination {
        series = List.copyOf(series);
        addresses = List.copyOf(addresses);
    }
}
