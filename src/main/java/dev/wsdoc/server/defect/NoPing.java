package dev.wsdoc.server.defect;

import dev.wsdoc.server.manager.Policies;

/** Never sends the pings that it is configured to send, so that a frozen peer is never found. */
public final class NoPing extends Policies {
    @Override
    public void startPinging(Runnable start) {
        // that is the disease
    }
}
