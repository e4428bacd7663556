package dev.wsdoc.wire.handshake;

import java.util.List;

/**
 * What a request offers and its answer may take: nothing else (RFC 6455 4.1).
 *
 * @param subprotocols as {@link UpgradeRequest#subprotocols} lists them
 */
public record Offer(List<String> subprotocols, Compression compression) {

    /** Neither subprotocols nor compression. */
    public static final Offer NOTHING = new Offer(List.of(), Compression.NONE);

    public Offer {
        subprotocols = List.copyOf(subprotocols);
    }
}
