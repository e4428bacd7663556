package dev.wsdoc.logaudit.rule;

import dev.wsdoc.logaudit.head.Level;
import dev.wsdoc.logaudit.parse.LogEntry;
import dev.wsdoc.model.Category;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An entry and what it was found to be.
 *
 * @param category what it tells of; null if it tells of no disconnect
 * @param rule the id of the rule that decided, or null if none did
 * @param why one sentence for a reader who doubts it
 */
public record Judged(
        LogEntry entry,
        @Nullable Category category,
        @Nullable String rule,
        String why) {
    private static final String UNEXPECTED_ERROR = "unexpected error";

    /** The same judgement of an entry that says the same. */
    Judged again(LogEntry other) {
        return new Judged(other, category, rule, why);
    }

    /** Whether it calls itself an unexpected error at WARN or above, or is one. */
    public boolean isUnexpectedError() {
        if (category == Category.UNEXPECTED) {
            return true;
        }
        return entry.isAtLeast(Level.WARN)
                && entry.text().toLowerCase(Locale.ROOT).contains(UNEXPECTED_ERROR);
    }

    /**
     * Whether it is an expected disconnect above DEBUG. An entry without a level counts as above it: it is shown to everybody. A line
     * of an access log is none: it is there for every connection, however it ended. Nor is a polite end, told at INFO.
     */
    public boolean isNoise() {
        if (category == null || !category.isExpected() || (rule != null && rule.startsWith(Rule.ACCESS_PREFIX))) {
            return false;
        }
        return !entry.isAtMost(Rule.POLITE.equals(rule) ? Level.INFO : Level.DEBUG);
    }

    /** Whether somebody has to look: it is no end of a connection that clients bring about. */
    public boolean needsHuman() {
        return category != null && !category.isExpected();
    }

    /** Whether it looks like trouble (WARN or above, or words of trouble without a level), and no rule knows it. */
    public boolean isUnknown() {
        boolean isLoud = rule == null && entry.isAtLeast(Level.WARN);
        return category == null && (isLoud || (rule != null && rule.startsWith(Rule.TROUBLE_PREFIX)));
    }
}
