package dev.wsdoc.logaudit.parse;

import java.util.ArrayList;
import java.util.List;

/** The lines of an entry, of which no more is kept than {@link LogEntry#RAW_LIMIT}. Mutable, owned by its {@link EntryBuilder}. */
final class EntryText {
    final String first;
    private final List<String> rest = new ArrayList<>();
    private int lines = 1;
    private int blanks;

    /** Characters of the whole entry, counted up to the limit. */
    private int length;

    EntryText(String line) {
        first = line.substring(0, Math.min(line.length(), LogEntry.RAW_LIMIT));
        length = first.length();
    }

    int lines() {
        return lines;
    }

    List<String> rest() {
        return rest;
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
        int room = LogEntry.RAW_LIMIT - length - 1;
        if (room >= 0) {
            rest.add(line.length() <= room ? line : line.substring(0, room));
            length += 1 + Math.min(room, line.length());
        }
    }

    boolean isCut() {
        return length >= LogEntry.RAW_LIMIT - 1;
    }

    String raw() {
        if (rest.isEmpty()) {
            return first;
        }
        StringBuilder raw = new StringBuilder(length).append(first);
        rest.forEach(line -> raw.append('\n').append(line));
        return raw.toString();
    }
}
