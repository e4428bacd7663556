package dev.wsdoc.chaos.observe;

import dev.wsdoc.evidence.PortSockets;
import dev.wsdoc.evidence.ProcessFigures;

/** What was seen of the server's process and its port at one moment. */
public record ProcessSample(ProcessFigures figures, PortSockets sockets) {
    /** So many descriptors more than before are no leak: a log file, a kept connection. */
    public static final int SPARE_DESCRIPTORS = 2;

    /** Whether nothing more is to be waited for: the exact figures are back, memory is what it is. */
    public boolean isRestoredTo(ProcessSample before) {
        return figures.descriptors() <= before.figures.descriptors() + SPARE_DESCRIPTORS
                && sockets.closeWait() <= before.sockets.closeWait();
    }
}
