package dev.wsdoc.logaudit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a connection that failed was one that the server itself had opened: to a database, to another service. What stands
 * nearest to the throw decides, for a server may well write to a WebSocket in a callback of its message broker. Stateless.
 */
final class Outbound {
    private Outbound() {}

    /**
     * The rule that knows the client in this chain, or null if the connection was an incoming one; {@code origin} is where the entry
     * says that it comes from, such as its logger.
     */
    static @Nullable Rule in(List<Section> chain, String origin, Rules rules) {
        for (Section section : chain) {
            Fit text = rules.fit(section.text(), null);
            if (text.isOutbound()) {
                return text.marker();
            }
            for (String frame : section.frames()) {
                Fit fit = rules.fit(frame, null);
                if (fit.marker() != null) {
                    return fit.isOutbound() ? fit.marker() : null;
                }
            }
        }
        Fit logger = rules.fit(origin, null);
        return logger.isOutbound() ? logger.marker() : null;
    }
}
