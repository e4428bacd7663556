package dev.wsdoc.logaudit.head;

/** Walks over a line, group by group and word by word. One thread, short-lived. */
final class Cursor {
    private final String line;
    int at;

    Cursor(String line, int at) {
        this.line = line;
        this.at = at;
    }

    boolean atEnd() {
        return at >= line.length();
    }

    char peek() {
        return at < line.length() ? line.charAt(at) : '\0';
    }

    boolean sees(String text) {
        return line.startsWith(text, at);
    }

    /** Past all of these characters. */
    void skip(String characters) {
        while (at < line.length() && characters.indexOf(line.charAt(at)) >= 0) {
            at++;
        }
    }

    /** The index behind the word that begins here; a word ends at a blank, a tab or a bar. */
    int wordEnd() {
        int end = at;
        while (end < line.length() && " \t|".indexOf(line.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** The index behind the letters that begin here. */
    int lettersEnd() {
        int end = at;
        while (end < line.length() && isLetter(line.charAt(end))) {
            end++;
        }
        return end;
    }

    boolean opensGroup() {
        char c = peek();
        return c == '[' || c == '(' || c == '<' || c == '{';
    }

    /** The index of the bracket that closes the group which begins here, or -1. */
    int groupEnd() {
        char open = peek();
        char close = open == '(' ? ')' : (char) (open + 2);
        int depth = 0;
        for (int i = at; i < line.length(); i++) {
            char c = line.charAt(i);
            depth += c == open ? 1 : c == close ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isLetter(char c) {
        return c < 128 ? (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') : Character.isLetter(c);
    }
}
