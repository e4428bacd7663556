package dev.wsdoc.server.manager.policy;

import dev.wsdoc.model.Category;
import org.slf4j.Logger;
import org.slf4j.Marker;
import org.slf4j.MarkerFactory;
import org.slf4j.event.Level;

/** The words of the log, one template a category, with the connection's id as a field of its own. */
public final class LogLine {
    /** On what is to be written as it is. */
    public static final Marker PRINTED = MarkerFactory.getMarker("PRINTED");

    private LogLine() {}

    /** The template of a category; its first place is the id, its second the reason. */
    public static String template(Category category) {
        return switch (category) {
            case CLOSED, END_OF_STREAM -> "Connection {} already closed: {}";
            case RESET -> "Connection {} reset by peer: {}";
            case BROKEN_PIPE -> "Broken pipe for {}: {}";
            case INVALID_STATE -> "WebSocket invalid state for {}: {}";
            case NO_PONG -> "No pong from {}: {}";
            case PROTOCOL -> "Protocol violation by {}: {}";
            case OVERSIZED -> "Message too big from {}: {}";
            case SLOW_CONSUMER -> "Slow consumer {}: {}";
            case HANDSHAKE -> "Handshake with {} failed: {}";
            case RESOURCES -> "Out of resources for {}: {}";
            case UNEXPECTED -> "Unexpected error on {}: {}";
        };
    }

    /** Writes text as it is, without time, level and logger before it: as servers do that print. */
    public static void print(Logger log, Level level, String text) {
        log.atLevel(level).addMarker(PRINTED).log(text);
    }

    /** Writes a line about a connection. */
    public static void write(Logger log, Level level, String id, String template, Object... arguments) {
        if (log.isEnabledForLevel(level)) {
            log.atLevel(level).addKeyValue("connection", id).log(template, arguments);
        }
    }
}
