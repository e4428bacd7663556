package dev.wsdoc.logaudit.parse;

import java.util.List;

/**
 * One link of an entry's chain of causes.
 *
 * @param text what it says, several lines where it takes several
 * @param frames the stack beneath it, nearest to the throw first
 */
public record Cause(String text, List<String> frames, Role role) {
    /** What a link is in its chain. */
    public enum Role {
        /** What the entry says itself. */
        MESSAGE,
        /** Something that was thrown, and reached whoever wrote the entry. */
        THROWN,
        /** Something that was thrown too, but did not get there: suppressed, already being handled, one of several. */
        ASIDE
    }

    public boolean isThrown() {
        return role != Role.MESSAGE;
    }

    public boolean isAside() {
        return role == Role.ASIDE;
    }
}
