package dev.wsdoc.logaudit.parse;

/** Messages that a console or a terminal cut into lines at its edge. Stateless. */
final class WrappedText {
    private static final int[] EDGES = {80, 120};

    /** How far before the edge a line may end because the next word had no room. */
    private static final int LONGEST_GAP = 20;

    private WrappedText() {}

    /** Whether the line only stands by itself because the one before it reached the edge. */
    static boolean goesOn(String before, String line) {
        if (before.length() < EDGES[0] - LONGEST_GAP || !isMidst(before, line)) {
            return false;
        }
        int blank = line.indexOf(' ');
        int word = blank < 0 ? line.length() : blank;
        for (int edge : EDGES) {
            boolean noRoom = before.length() < edge && before.length() + 1 + word >= edge - 1;
            if (before.length() == edge || (noRoom && edge - before.length() < LONGEST_GAP)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMidst(String before, String line) {
        char last = before.charAt(before.length() - 1);
        char first = line.charAt(0);
        int blank = line.indexOf(' ');
        if (blank > 0 && line.charAt(blank - 1) == ':') {
            return false; // a name, and what it says
        }
        boolean open = Character.isLetterOrDigit(last) || last == ',';
        return open && (Character.isLowerCase(first) || (first > 127 && Character.isLetter(first)));
    }

    /** The message in one piece; both ways where a word may have been cut. */
    static String joined(String message, String before, String line) {
        String apart = message + ' ' + line;
        for (int edge : EDGES) {
            if (before.length() == edge) {
                return apart + '\n' + message + line;
            }
        }
        return apart;
    }
}
