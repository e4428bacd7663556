package dev.wsdoc.logaudit.parse;

import java.util.List;

/** The lines of an entry, of which no more is kept than {@link LogEntry#RAW_LIMIT}. Mutable, owned by its {@link EntryBuilder}. */
final class EntryText {
    final String first;
    private final KeptLines rest;
    private int lines = 1;
    private int blanks;

    EntryText(String line) {
        first = line.substring(0, Math.min(line.length(), LogEntry.RAW_LIMIT));
        rest = new KeptLines(LogEntry.RAW_LIMIT - first.length());
    }

    int lines() {
        return lines;
    }

    List<String> rest() {
        return rest.all();
    }

    /** An empty line, which counts only if another one follows. */
    void blank() {
        blanks++;
    }

    void add(String line) {
        for (; blanks > 0; blanks--) {
            append("");
        }
        append(line);
    }

    private void append(String line) {
        lines++;
        rest.add(line);
    }

    boolean isCut() {
        return rest.isCut();
    }

    String raw() {
        return rest.isEmpty() ? first : first + "\n" + String.join("\n", rest.all());
    }
}
