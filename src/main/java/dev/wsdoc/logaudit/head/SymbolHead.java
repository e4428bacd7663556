package dev.wsdoc.logaudit.head;

import org.jspecify.annotations.Nullable;

/** A first line that begins with a sign in place of a level, as consola, signale and Next.js draw it. Stateless. */
final class SymbolHead {
    private static final String ERRORS = "✖✗✘⨯×";
    private static final String WARNINGS = "⚠‼";
    private static final String CALM = "ℹ✔✓●○★◐…◯";

    private SymbolHead() {}

    /** The head whose sign is at {@code from}; a word for the level behind it is not part of the message. */
    static @Nullable Head parse(String line, int from) {
        Level level = ofSign(line.charAt(from));
        int at = from + 1;
        at = line.startsWith("\ufe0f", at) ? at + 1 : at;
        if (level == null || !line.startsWith(" ", at)) {
            return null;
        }
        Cursor cursor = new Cursor(line, at);
        cursor.skip(" ");
        int end = cursor.lettersEnd();
        Level word = line.startsWith("  ", end) ? Level.ofLongWord(line, cursor.at, end) : null;
        String text = line.substring(word == null ? cursor.at : end).stripLeading();
        return new Head(word == null ? level : word, text, HeadStyle.CONSOLE);
    }

    private static @Nullable Level ofSign(char sign) {
        if (ERRORS.indexOf(sign) >= 0) {
            return Level.ERROR;
        }
        if (WARNINGS.indexOf(sign) >= 0) {
            return Level.WARN;
        }
        return CALM.indexOf(sign) >= 0 ? Level.INFO : null;
    }
}
