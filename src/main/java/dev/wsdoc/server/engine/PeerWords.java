package dev.wsdoc.server.engine;

/** What a peer says of itself, made fit for a line of the log: its controls could pass for lines of ours. */
final class PeerWords {
    private PeerWords() {}

    static String printable(String words) {
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
