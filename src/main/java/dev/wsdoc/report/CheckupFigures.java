package dev.wsdoc.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a check-up measured.
 *
 * @param phases of the examined connection, in their order
 * @param addresses of the host's name, in the order of preference
 * @param tls null without TLS, or when it failed before a certificate was shown
 * @param upgrade the server's answer; null when there was none
 * @param cuts how long connections were kept on which little is said; empty when nobody asked
 */
public record CheckupFigures(
        List<Phase> phases,
        List<Address> addresses,
        @Nullable Tls tls,
        @Nullable Upgrade upgrade,
        List<Way> cuts) {

    public CheckupFigures {
        phases = List.copyOf(phases);
        addresses = List.copyOf(addresses);
        cuts = List.copyOf(cuts);
    }

    /**
     * One phase of a connection.
     *
     * @param name such as {@code upgrade}
     * @param ms how long it took; null when it did not come to its end
     * @param series how long it took in all connections; null when there was but one
     * @param remark what it came to
     */
    public record Phase(
            String name, @Nullable Double ms, @Nullable Percentiles series, String remark) {}

    /** Of a series, in milliseconds. */
    public record Percentiles(long count, double min, double p50, double p90, double p99, double max) {}

    /**
     * One address of the name.
     *
     * @param family {@code IPv4} or {@code IPv6}
     * @param examined whether it is the one that was examined
     * @param connectMs until TCP stood; null when it did not
     * @param remark what came of it
     */
    public record Address(
            String address,
            String family,
            boolean examined,
            @Nullable Double connectMs,
            String remark) {}

    /**
     * What was agreed on, and who the server is.
     *
     * @param version such as {@code TLSv1.3}; null when the handshake failed
     * @param daysLeft until the server's certificate ends; negative since then
     */
    public record Tls(@Nullable String version, @Nullable String cipher, long daysLeft, List<Certificate> chain) {
        public Tls {
            chain = List.copyOf(chain);
        }
    }

    /** One of the certificates that a server shows. */
    public record Certificate(String subject, String issuer, String notBefore, String notAfter) {}

    /**
     * An answer to an upgrade request.
     *
     * @param headers by their name in small letters, without cookies
     */
    public record Upgrade(
            int status,
            @Nullable String subprotocol,
            @Nullable String extensions,
            Map<String, String> headers) {
        public Upgrade {
            headers = new TreeMap<>(headers);
        }
    }

    /**
     * One way to the server, on which connections were held.
     *
     * @param name such as {@code as the name leads} or {@code to 10.0.0.7}
     * @param held one connection of each kind
     */
    public record Way(String name, List<Held> held) {
        public Way {
            held = List.copyOf(held);
        }
    }

    /**
     * A connection that was held.
     *
     * @param kind what it says, such as {@code silent}
     * @param heldMs from its opening to its end, or until nobody waited any longer
     * @param end how the server or something in between ended it, such as {@code by a bare FIN}; null when nobody did
     * @param closeCode 0 when no close frame came
     * @param pings that came
     * @param lastWordMs from what it said last, or heard last, whichever was later, to the end; null when nobody ended it
     */
    public record Held(
            String kind,
            long heldMs,
            @Nullable String end,
            int closeCode,
            int pings,
            @Nullable Long lastWordMs) {}
}
