package dev.wsdoc.wire.handshake;

import dev.wsdoc.wire.frame.DeflateTerms;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A client's request to upgrade to WebSocket (RFC 6455 4.1).
 *
 * @param hostHeader the value of {@code Host}, such as {@code localhost:8000}
 * @param resource path and query, such as {@code /ws/echo?token=1}, percent-encoded
 * @param headers what else goes out, such as {@code Origin} or {@code Sec-WebSocket-Protocol}
 * @param compression what is offered in {@code Sec-WebSocket-Extensions}
 */
public record UpgradeRequest(String hostHeader, String resource, List<Header> headers, Compression compression) {

    private static final Set<String> OWN = Set.of(
            "host", "upgrade", "connection", "sec-websocket-key", "sec-websocket-version", "sec-websocket-extensions");

    /**
     * @throws IllegalArgumentException if host or resource hold anything but visible ASCII, the resource does not begin with
     *     a slash, or a header is one that the request writes itself
     */
    public UpgradeRequest {
        if (!isVisibleAscii(hostHeader)) {
            throw new IllegalArgumentException("host " + Quote.of(hostHeader) + " is not visible ASCII");
        }
        if (!isVisibleAscii(resource) || resource.charAt(0) != '/') {
            throw new IllegalArgumentException(
                    "resource " + Quote.of(resource) + " is not a slash followed by visible ASCII");
        }
        for (Header header : headers) {
            if (OWN.contains(header.name().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("header " + header.name() + " cannot be added: it is wsdoc's own");
            }
        }
        headers = List.copyOf(headers);
    }

    /** A request that offers no extension. */
    public UpgradeRequest(String hostHeader, String resource, List<Header> headers) {
        this(hostHeader, resource, headers, Compression.NONE);
    }

    /** The whole request; the key is the nonce in Base64. For many connections take {@link #prepare} instead. */
    public ByteBuffer encode(byte[] nonce16) {
        UpgradeTemplate template = prepare();
        ByteBuffer out = ByteBuffer.allocate(template.length());
        template.encode(nonce16, out);
        return out.flip();
    }

    /** The same request with everything but the key encoded already. */
    public UpgradeTemplate prepare() {
        StringBuilder before = new StringBuilder("GET ").append(resource).append(" HTTP/1.1\r\nHost: ");
        before.append(hostHeader).append("\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: ");
        StringBuilder after = new StringBuilder("\r\nSec-WebSocket-Version: 13\r\n");
        if (compression == Compression.PERMESSAGE_DEFLATE) {
            after.append("Sec-WebSocket-Extensions: ").append(DeflateTerms.NAME).append("\r\n");
        }
        for (Header header : headers) {
            after.append(header.name()).append(": ").append(header.value()).append("\r\n");
        }
        return new UpgradeTemplate(bytes(before), bytes(after.append("\r\n")));
    }

    /** What the headers offer in {@code Sec-WebSocket-Protocol}, in their order: the only subprotocols to be accepted. */
    public List<String> subprotocols() {
        return headers.stream()
                .filter(header -> header.isNamed("Sec-WebSocket-Protocol"))
                .flatMap(header -> Arrays.stream(header.value().split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** What its answer may take. */
    public Offer offer() {
        return new Offer(subprotocols(), compression);
    }

    private static byte[] bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isVisibleAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
