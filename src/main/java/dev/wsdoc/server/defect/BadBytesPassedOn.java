package dev.wsdoc.server.defect;

import dev.wsdoc.server.manager.Policies;
import dev.wsdoc.server.manager.policy.ProtocolRules;

/** Never looks whether a text is UTF-8: what one client sends, all others get, and good clients hang up at it. */
public final class BadBytesPassedOn extends Policies {
    @Override
    public ProtocolRules protocolRules() {
        return new ProtocolRules() {
            @Override
            public boolean checksText() {
                return false;
            }
        };
    }
}
