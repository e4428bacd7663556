package dev.wsdoc.logaudit.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.wsdoc.logaudit.time.Colours;
import dev.wsdoc.logaudit.time.Timestamp;
import dev.wsdoc.model.Json;
import org.jspecify.annotations.Nullable;

/**
 * Takes off what containers, supervisors and terminals put around a line, layer by layer, and remembers what names its source.
 * Stateless; what a layer begins with picks the family that knows it.
 */
public final class LinePrefix {
    private static final int MOST_PREFIXES = 4;

    /** What the Java Service Wrapper writes behind its level. */
    private static final String JVM = " | jvm ";

    private static final int JVM_AT = 6;

    private LinePrefix() {}

    /** The line as the program wrote it, and who wrote it. */
    public static SourcedLine strip(String decorated) {
        String line = Colours.strip(unwrap(decorated));
        String source = "";
        for (int i = 0; i < MOST_PREFIXES; i++) {
            Prefix prefix = line.isEmpty() ? null : prefix(line);
            if (prefix == null) {
                break;
            }
            line = line.substring(prefix.end());
            source = source.isEmpty() ? prefix.source() : source + ' ' + prefix.source();
        }
        return new SourcedLine(decorated, line, source);
    }

    private static @Nullable Prefix prefix(String line) {
        char first = line.charAt(0);
        return switch (first) {
            case ' ', '\t', '{', '}', '#', '"' -> null; // most lines of a trace
            case '<' -> SyslogPrefix.priority(line);
            case '@' -> ContainerTime.tai64(line);
            case '[' -> ServiceName.ofPod(line);
            case 'I' -> line.startsWith(JVM, JVM_AT) ? ServiceName.ofWrapper(line) : inFront(line, first);
            default -> inFront(line, first);
        };
    }

    private static @Nullable Prefix inFront(String line, char first) {
        Prefix name = ServiceName.inFront(line);
        boolean mayBeTime = isDigit(first) || (first >= 'A' && first <= 'Z');
        return name != null || !mayBeTime ? name : behindTime(line);
    }

    private static @Nullable Prefix behindTime(String line) {
        int end = Timestamp.end(line, 0);
        if (end < 0) {
            return null;
        }
        Prefix container = ContainerTime.parse(line, end);
        return container != null ? container : SyslogPrefix.behindTime(line, end);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** {@code {"log":"...","stream":"stderr","time":"..."}}: Docker's json-file; Azure's has the text last. */
    private static String unwrap(String line) {
        boolean azure = line.startsWith("{\"TimeStamp\":\"");
        if (!azure && !line.startsWith("{\"log\":\"")) {
            return line;
        }
        try {
            return Json.mapper()
                    .readTree(line)
                    .path(azure ? "Log" : "log")
                    .asText(line)
                    .stripTrailing();
        } catch (JsonProcessingException notJson) {
            return line;
        }
    }
}
