package dev.wsdoc.swarm;

import dev.wsdoc.model.Target;
import dev.wsdoc.wire.Header;
import dev.wsdoc.wire.UpgradeRequest;
import dev.wsdoc.wire.UpgradeTemplate;
import java.util.List;

/**
 * One request for many members: all that it takes to open one of them, but for the nonce.
 *
 * @param resource path and query
 * @param subprotocols what it offers
 */
record Upgrade(String resource, UpgradeTemplate template, List<String> subprotocols) {

    static Upgrade to(Target target, String resource, List<Header> headers) {
        UpgradeRequest request = new UpgradeRequest(target.hostHeader(), resource, headers);
        return new Upgrade(resource, request.prepare(), request.subprotocols());
    }
}
