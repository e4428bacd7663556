package dev.wsdoc.logaudit.source;

import dev.wsdoc.logaudit.head.Level;
import org.jspecify.annotations.Nullable;

/** The names that tools write before the lines of several services: docker compose, pm2, foreman, kubectl, stern. Stateless. */
final class ServiceName {
    private static final int LONGEST = 60;
    private static final int POD_SUFFIX = 5;
    private static final String POD_LETTERS = "bcdfghjklmnpqrstvwxz2456789";

    private ServiceName() {}

    /** {@code [pod/app-1/app] }. */
    static @Nullable Prefix ofPod(String line) {
        int close = line.startsWith("[pod/") ? line.indexOf("] ") : -1;
        return close < 0 ? null : Prefix.of(line, 0, close, close + 2);
    }

    /** {@code INFO   | jvm 1    | 2026/11/22 19:36:07 | }: the Java Service Wrapper, whose level is not the line's own. */
    static @Nullable Prefix ofWrapper(String line) {
        int name = line.indexOf("| ") + 2;
        int bar = line.indexOf('|', name);
        int time = bar < 0 ? -1 : line.indexOf('|', bar + 1);
        return time < 0 ? null : Prefix.of(line, name, bar, time + 2);
    }

    static @Nullable Prefix inFront(String line) {
        int bar = barredEnd(line, 0);
        return bar > 0 ? Prefix.of(line, 0, line.lastIndexOf('|', bar), bar) : ofStern(line);
    }

    /** Behind {@code app-1  | }, {@code 0|app  | }, {@code app.2.zgxx@host  | }, or the bare bar of an empty line; -1 if none is here. */
    static int barredEnd(String line, int from) {
        int at = nameEnd(line, from);
        if (at > from && line.startsWith("|", at) && isNumber(line, from, at)) {
            at = nameEnd(line, at + 1);
        }
        int name = at;
        while (line.startsWith(" ", at)) {
            at++;
        }
        boolean barred = line.startsWith("| ", at) || (at == line.length() - 1 && line.charAt(at) == '|');
        boolean bar = barred && at > name && name > from;
        return bar && !isNumber(line, from, name) && Level.ofWord(line.substring(from, name)) == null
                ? Math.min(at + 2, line.length())
                : -1;
    }

    private static boolean isNumber(String line, int from, int to) {
        for (int i = from; i < to; i++) {
            if (line.charAt(i) < '0' || line.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** {@code app-6d5c9f7b8d-x2x4q app text}: the pod's two generated parts give it away. */
    private static @Nullable Prefix ofStern(String line) {
        int blank = line.charAt(0) >= 'a' && line.charAt(0) <= 'z' ? nameEnd(line, 0) : 0;
        int dash = blank - POD_SUFFIX - 1;
        if (dash < 2
                || line.charAt(dash) != '-'
                || !line.startsWith(" ", blank)
                || !isGenerated(line, dash + 1, blank)) {
            return null;
        }
        int hash = line.lastIndexOf('-', dash - 1);
        int container = nameEnd(line, blank + 1);
        boolean generated = hash > 0 && dash - hash > 6 && isGenerated(line, hash + 1, dash);
        return generated && container > blank + 1 && line.startsWith(" ", container)
                ? Prefix.of(line, 0, container, container + 1)
                : null;
    }

    private static boolean isGenerated(String line, int from, int to) {
        for (int i = from; i < to; i++) {
            if (POD_LETTERS.indexOf(line.charAt(i)) < 0 && "0123456789abcdef".indexOf(line.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static int nameEnd(String line, int from) {
        int at = from;
        int limit = Math.min(line.length(), from + LONGEST);
        while (at < limit && isNameChar(line.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isNameChar(char c) {
        return c < 128
                ? (c >= 'a' && c <= 'z')
                        || (c >= '-' && c <= '9' && c != '/')
                        || (c >= 'A' && c <= 'Z')
                        || c == '_'
                        || c == '@'
                : Character.isLetterOrDigit(c);
    }
}
