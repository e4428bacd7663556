package dev.wsdoc.logaudit.head;

import org.jspecify.annotations.Nullable;

/** What PHP says of its own accord. Stateless. */
final class PhpHead {
    private PhpHead() {}

    /** {@code PHP Warning:  fwrite(): ...}, also without the {@code PHP} where errors are displayed. */
    static @Nullable Head parse(String line, int from) {
        int colon = line.indexOf(":  ", from);
        if (colon < 0) {
            colon = line.indexOf(": ", from);
        }
        if (colon < 0 || colon - from > 25) {
            return null;
        }
        Level level = switch (line.substring(from, colon)) {
            case "Fatal error", "Parse error", "Recoverable fatal error" -> Level.ERROR;
            case "Warning" -> Level.WARN;
            case "Notice", "Deprecated" -> Level.INFO;
            default -> null;
        };
        return level == null ? null : new Head(level, line.substring(colon + 1).strip(), HeadStyle.CONSOLE);
    }
}
