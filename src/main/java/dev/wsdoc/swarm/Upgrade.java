package dev.wsdoc.swarm;

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

    static Upgrade to(Cohort cohort, String resource) {
        UpgradeRequest request = new UpgradeRequest(cohort.target().hostHeader(), resource, cohort.headers());
        return new Upgrade(resource, request.prepare(), request.subprotocols());
    }
}
