package dev.wsdoc.checkup.judge;

import dev.wsdoc.verdict.Check;
import dev.wsdoc.verdict.Check.Subject;

/** What a check-up asks, in the order in which a connection comes about. */
final class Questions {
    static final Check ADDRESSES = service("address.all-accept", "Does every address of the name accept connections?");
    static final Check HANDSHAKE = service("tls.handshake", "Does the TLS handshake come to its end?");
    static final Check HTTP1 = service("tls.http1", "Does the server speak HTTP/1.1 under TLS, which WebSocket needs?");
    static final Check TRUSTED = service("tls.trusted", "Does somebody who is trusted vouch for the certificate?");
    static final Check NAME = service("tls.name", "Is the certificate for this host?");
    static final Check VALIDITY = service("tls.validity", "Is the certificate valid now, and for some time to come?");
    static final Check ACCEPTED = service("upgrade.accepted", "Does the server switch to WebSocket?");
    static final Check KEY = service("upgrade.key", "Does the server prove that it read the client's key?");
    static final Check DIRECT = service("upgrade.direct", "Is the WebSocket at this URL, and not elsewhere?");
    static final Check PROXY = service("upgrade.through-proxy", "Do proxies pass the upgrade on?");
    static final Check SUBPROTOCOL = service("upgrade.subprotocol", "Do both sides agree on a subprotocol?");
    static final Check COMPRESSION = service("upgrade.compression", "Do both sides agree on compression?");
    static final Check STAYS = service("open.stays", "Does the connection stay open once it is open?");
    static final Check FRAMES = service("frames.valid", "Is what the server sends well-formed?");
    static final Check PONG = service("ping.answered", "Is a ping answered with its pong?");
    static final Check CLOSE = service("close.answered", "Is a close frame answered, and the connection ended?");
    static final Check SERIES = service("series.all-served", "Was every connection of the series served?");
    static final Check ORIGIN = service("origin.refuses-others", "Is a page of another site kept out?");

    static final Check KEPT = service("idle.kept", "Is a connection kept on which nothing is said?");
    static final Check TOLD = service("idle.told", "Is a client told when it is cut?");

    private Questions() {}

    private static Check service(String name, String question) {
        return new Check(name, question, Subject.SERVICE);
    }
}
