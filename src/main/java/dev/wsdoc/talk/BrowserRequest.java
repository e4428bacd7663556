package dev.wsdoc.talk;

import dev.wsdoc.net.tls.Verification;
import dev.wsdoc.swarm.ClientProfile;
import dev.wsdoc.wire.handshake.Compression;
import dev.wsdoc.wire.handshake.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How a browser came to a server, as it hands it over.
 *
 * @param url as it stands there
 * @param headers that a WebSocket client may set: what belongs to the handshake itself is left out
 */
public record BrowserRequest(String url, List<Header> headers, Compression compression, Verification verification) {
    private static final Set<String> OWN = Set.of(
            "host",
            "connection",
            "upgrade",
            "sec-websocket-key",
            "sec-websocket-version",
            "sec-websocket-extensions",
            "accept-encoding",
            "content-length");

    public BrowserRequest {
        headers = List.copyOf(headers);
    }

    /** One of whatever headers it came with. */
    static BrowserRequest of(String url, List<Header> all, Verification verification) {
        boolean compresses = all.stream()
                .anyMatch(header -> header.isNamed("Sec-WebSocket-Extensions")
                        && header.value().contains("permessage-deflate"));
        List<Header> kept = all.stream()
                .filter(header -> !OWN.contains(header.name().toLowerCase(Locale.ROOT)))
                .toList();
        return new BrowserRequest(
                url, kept, compresses ? Compression.PERMESSAGE_DEFLATE : Compression.NONE, verification);
    }

    /** The profile of who comes as the browser did, but for what the profile itself says. */
    public ClientProfile under(ClientProfile profile) {
        List<Header> all = new ArrayList<>(profile.headers());
        headers.stream()
                .filter(header -> profile.headers().stream().noneMatch(own -> own.isNamed(header.name())))
                .forEach(all::add);
        return new ClientProfile(
                all,
                profile.compression() == Compression.NONE ? compression : profile.compression(),
                profile.hello(),
                profile.keepAlive(),
                profile.provoke(),
                profile.sources(),
                profile.routes(),
                profile.tls());
    }
}
