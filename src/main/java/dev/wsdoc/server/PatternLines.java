package dev.wsdoc.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.wsdoc.server.manager.policy.LogLine;
import org.slf4j.Marker;

/** Log events by a pattern; but what is printed only, as it is. */
final class PatternLines extends PatternLayoutEncoder {
    @Override
    public byte[] encode(ILoggingEvent event) {
        return isPrinted(event) ? (event.getFormattedMessage() + "\n").getBytes(UTF_8) : super.encode(event);
    }

    private static boolean isPrinted(ILoggingEvent event) {
        return event.getMarkerList() != null && event.getMarkerList().stream().anyMatch(PatternLines::isPrinted);
    }

    private static boolean isPrinted(Marker marker) {
        return marker.equals(LogLine.PRINTED);
    }
}
