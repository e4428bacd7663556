package dev.wsdoc.server.manager;

import org.jspecify.annotations.Nullable;

/** Whether a handshake is let in. Loop thread only. */
@FunctionalInterface
public interface Doorman {
    /** The refusal, or null when the handshake may go on. */
    @Nullable
    Refusal refuse(Upgrade upgrade);
}
