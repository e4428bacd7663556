package dev.wsdoc.logaudit.head;

import org.jspecify.annotations.Nullable;

/** {@code [11/22/26 19:36:07:123 UTC] 00000041 logger        E message}: WebSphere and Liberty, in columns. Stateless. */
final class WebSphereHead {
    private static final int THREAD = 8;

    private WebSphereHead() {}

    /** The head behind a time in brackets that ends at {@code end}. */
    static @Nullable Head parse(String line, int end) {
        int from = line.startsWith("] ", end) ? end + 2 : -1;
        if (from < 0 || !line.startsWith(" ", from + THREAD) || !isHex(line, from)) {
            return null;
        }
        Cursor cursor = new Cursor(line, from + THREAD + 1);
        cursor.at = cursor.wordEnd();
        cursor.skip(" ");
        int letter = cursor.at;
        boolean alone = line.startsWith(" ", letter - 1) && line.startsWith(" ", letter + 1);
        if (!alone || "EWIADFROC123>".indexOf(line.charAt(letter)) < 0) {
            return null;
        }
        return new Head(ofLetter(line.charAt(letter)), line.substring(letter + 2), HeadStyle.CONSOLE);
    }

    private static boolean isHex(String line, int from) {
        for (int at = from; at < from + THREAD; at++) {
            if (Character.digit(line.charAt(at), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Nothing for what a program printed. */
    private static @Nullable Level ofLetter(char letter) {
        return switch (letter) {
            case 'E', 'F' -> Level.ERROR;
            case 'W' -> Level.WARN;
            case 'I', 'A', 'C' -> Level.INFO;
            case 'O', 'R' -> null;
            default -> Level.DEBUG;
        };
    }
}
