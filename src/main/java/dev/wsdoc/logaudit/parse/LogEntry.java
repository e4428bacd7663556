package dev.wsdoc.logaudit.parse;

import dev.wsdoc.logaudit.head.Level;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a log: the line it begins with and all lines that continue it.
 *
 * @param line number of its first line, from 1
 * @param lines how many lines it has, at least 1; blank lines after it do not count
 * @param level what its first line says, or null where the format has no levels
 * @param text the message of its first line, without time and level
 * @param raw the whole entry, lines joined by {@code \n}, cut at {@value #RAW_LIMIT} characters
 * @param head its first line as it stands in the log, with what containers and supervisors put around it
 */
public record LogEntry(long line, int lines, @Nullable Level level, String text, String raw, String head) {
    /** The most characters that {@link #raw} holds. */
    public static final int RAW_LIMIT = 64 * 1024;

    public LogEntry {
        if (line < 1 || lines < 1) {
            throw new IllegalArgumentException("an entry of " + lines + " lines at line " + line);
        }
    }

    public boolean isAtLeast(Level floor) {
        return level != null && level.compareTo(floor) >= 0;
    }

    public boolean isAtMost(Level ceiling) {
        return level != null && level.compareTo(ceiling) <= 0;
    }
}
