package dev.wsdoc.swarm;

import dev.wsdoc.model.Target;
import dev.wsdoc.wire.Offer;
import dev.wsdoc.wire.UpgradeRequest;
import dev.wsdoc.wire.UpgradeTemplate;

/**
 * One request for many members: all that it takes to open one of them, but for the nonce.
 *
 * @param resource path and query
 */
record Upgrade(String resource, UpgradeTemplate template, Offer offer) {

    static Upgrade to(Target target, String resource, Manners manners) {
        UpgradeRequest request =
                new UpgradeRequest(target.hostHeader(), resource, manners.headers(), manners.compression());
        return new Upgrade(resource, request.prepare(), request.offer());
    }
}
