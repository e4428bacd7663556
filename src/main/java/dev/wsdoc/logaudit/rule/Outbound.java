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
            Rule text = ofText(section.text(), rules);
            if (isOutbound(text)) {
                return text;
            }
            for (String frame : section.frames()) {
                Rule marker = ofFrame(frame, rules);
                if (marker != null) {
                    return isOutbound(marker) ? marker : null;
                }
            }
            if (text != null && text.kind() == Kind.INBOUND && section.role() == Cause.Role.MESSAGE) {
                return null;
            }
        }
        Rule logger = ofText(origin, rules);
        return isOutbound(logger) ? logger : null;
    }

    /** Names that clients and operators choose are only taken out where they could mislead. */
    private static @Nullable Rule ofText(String text, Rules rules) {
        Rule marker = rules.marker(text);
        return isOutbound(marker) ? rules.marker(ChosenNames.blanked(text)) : marker;
    }

    private static @Nullable Rule ofFrame(String frame, Rules rules) {
        Rule marker = rules.stackMarker(frame);
        return isOutbound(marker) ? rules.stackMarker(ChosenNames.behindFolders(frame)) : marker;
    }

    private static boolean isOutbound(@Nullable Rule marker) {
        return marker != null && marker.kind() != Kind.INBOUND;
    }
}
