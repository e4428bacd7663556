package dev.wsdoc.logaudit.parse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The lines of an entry behind its first, as many as there is room for: the first ones, and the last ones, since the cause stands at the
 * end of an endless trace. Owned by its {@link EntryText}.
 */
final class KeptLines {
    private static final int ROOM_OF_THE_MARK = 40;

    private final List<String> first = new ArrayList<>();
    private final Deque<String> last = new ArrayDeque<>();
    private int roomFirst;
    private final int roomLast;
    private int used; // by the last ones
    private long leftOut;
    private boolean cut;

    /** Together with the newlines before them they have at most so many characters. */
    KeptLines(int room) {
        roomLast = room / 2;
        roomFirst = room - roomLast - ROOM_OF_THE_MARK;
    }

    void add(String line) {
        if (last.isEmpty() && line.length() < roomFirst) {
            first.add(line);
            roomFirst -= line.length() + 1;
        } else {
            addLast(line);
        }
    }

    private void addLast(String line) {
        String kept = line.length() < roomLast ? line : line.substring(0, Math.max(0, roomLast - 1));
        cut |= kept.length() < line.length();
        last.addLast(kept);
        used += kept.length() + 1;
        while (used > roomLast && !last.isEmpty()) {
            used -= last.removeFirst().length() + 1;
            leftOut++;
        }
    }

    /** Whether something is not kept. */
    boolean isCut() {
        return cut || leftOut > 0;
    }

    boolean isEmpty() {
        return first.isEmpty() && last.isEmpty() && leftOut == 0;
    }

    /** All that are kept, in order; where some are left out, a line in their place says how many. */
    List<String> all() {
        if (last.isEmpty() && leftOut == 0) {
            return first;
        }
        List<String> lines = new ArrayList<>(first);
        if (leftOut > 0) {
            lines.add("\t... " + leftOut + " lines left out");
        }
        lines.addAll(last);
        return lines;
    }
}
