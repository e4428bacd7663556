package dev.wsdoc.server.manager.policy;

import org.jspecify.annotations.Nullable;

/** Whether a handshake is let in. Loop thread only. */
@FunctionalInterface
public interface AdmissionPolicy {
    /** The refusal, or null when the handshake may go on. */
    @Nullable
    Refusal refuse(HandshakeRequest upgrade);
}
