package dev.wsdoc.server.manager.connection;

/** What a peer says of itself, made fit for a line of the log: its controls could pass for lines of ours. */
public final class PeerWords {
    private PeerWords() {}

    /** The words with a question mark in the place of what cannot be seen. */
    public static String printable(String words) {
        StringBuilder text = new StringBuilder(words.length());
        words.codePoints().forEach(c -> text.appendCodePoint(isSafe(c) ? c : '?'));
        return text.toString();
    }

    private static boolean isSafe(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
