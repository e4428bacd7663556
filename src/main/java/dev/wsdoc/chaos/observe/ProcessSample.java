package dev.wsdoc.chaos.observe;

import dev.wsdoc.evidence.PortSockets;
import dev.wsdoc.evidence.ProcessFigures;

/** What was seen of the server's process and its port at one moment. */
public record ProcessSample(ProcessFigures figures, PortSockets sockets) {
    /** Whether nothing more is to be waited for: the exact figures are back, memory is what it is. */
    boolean isRestoredTo(ProcessSample before) {
        return !LeftBehind.between(before, this, 1).keepsDescriptors()
                && sockets.closeWait() <= before.sockets.closeWait();
    }
}
