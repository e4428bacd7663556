package dev.wsdoc.logaudit.time;

import java.util.regex.Pattern;

/** Takes off what only terminals understand. Stateless. */
public final class Colours {
    private static final char ESCAPE = '\u001b';
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final Pattern SEQUENCE = Pattern.compile("\u001b\\[[0-9;?]*[A-Za-z]");

    private Colours() {}

    /** The line without colours, and without the byte order mark that a file may begin with. */
    public static String strip(String line) {
        String plain = line.indexOf(ESCAPE) < 0 ? line : SEQUENCE.matcher(line).replaceAll("");
        return plain.isEmpty() || plain.charAt(0) != BYTE_ORDER_MARK ? plain : plain.substring(1);
    }
}
