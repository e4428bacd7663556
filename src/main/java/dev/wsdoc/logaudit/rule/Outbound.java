package dev.wsdoc.logaudit.rule;

import dev.wsdoc.logaudit.parse.Cause;
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
    static @Nullable Rule in(List<Cause> chain, String origin, Rules rules) {
        for (Cause section : chain) {
            Rule text = outbound(rules.marker(section.text()));
            if (text != null) {
                return text;
            }
            for (String frame : section.frames()) {
                Rule marker = rules.marker(frame);
                if (marker != null) {
                    return outbound(marker);
                }
            }
        }
        return outbound(rules.marker(origin));
    }

    private static @Nullable Rule outbound(@Nullable Rule marker) {
        return marker != null && marker.kind() == Kind.OUTBOUND ? marker : null;
    }
}
