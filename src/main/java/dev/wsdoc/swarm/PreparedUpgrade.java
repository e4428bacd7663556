package dev.wsdoc.swarm;

import dev.wsdoc.model.Target;
import dev.wsdoc.wire.handshake.Offer;
import dev.wsdoc.wire.handshake.UpgradeRequest;
import dev.wsdoc.wire.handshake.UpgradeTemplate;

/**
 * One request for many members: all that it takes to open one of them, but for the nonce.
 *
 * @param resource path and query
 */
record PreparedUpgrade(String resource, UpgradeTemplate template, Offer offer) {

    static PreparedUpgrade to(Target target, String resource, ClientProfile profile) {
        UpgradeRequest request =
                new UpgradeRequest(target.hostHeader(), resource, profile.headers(), profile.compression());
        return new PreparedUpgrade(resource, request.prepare(), request.offer());
    }
}
