package dev.wsdoc.logaudit.rule;

import dev.wsdoc.logaudit.head.Level;
import dev.wsdoc.logaudit.parse.Cause;
import dev.wsdoc.model.Category;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say of a chain of causes: the deepest link decides. Only wrappers are passed over, and messages that no rule knows; an
 * exception that no rule knows ends the search, for it is a cause too.
 *
 * @param level of the entry
 * @param settling the rule that decides, or null
 * @param wrapper the first rule that knows a link as one that only wraps a cause, or null
 * @param isThrown whether an exception ended the search
 */
record Deepest(
        @Nullable Level level,
        @Nullable Rule settling,
        @Nullable Rule wrapper,
        boolean isThrown) {

    static Deepest of(List<Cause> chain, @Nullable Level level, Rules rules) {
        Rule wrapper = null;
        Rule settling = null;
        for (Cause link : chain) {
            if (settling != null && !link.isAside()) {
                continue;
            }
            RuleMatch fit = rules.fit(link.text(), levelOf(link, level));
            boolean isUnknown = fit.settling() == null
                    && fit.wrapper() == null
                    && link.isThrown()
                    && !link.text().isBlank();
            if (isUnknown) {
                return new Deepest(level, null, wrapper, true);
            }
            settling = settling == null && !link.isAside() ? fit.settling() : settling;
            wrapper = wrapper == null ? fit.wrapper() : wrapper;
        }
        return new Deepest(level, settling, wrapper, false);
    }

    /** What was thrown is never normal operation, and without a level it is an error; what has a stack beneath it was thrown. */
    private static @Nullable Level levelOf(Cause link, @Nullable Level level) {
        boolean isSaid = !link.isThrown() && (level != null || link.frames().isEmpty());
        if (isSaid) {
            return level;
        }
        return level == null ? Level.ERROR : level.compareTo(Level.WARN) < 0 ? Level.WARN : level;
    }

    /** The level at which a link is judged. */
    @Nullable
    Level levelOf(Cause link) {
        return levelOf(link, level);
    }

    /** Whether it needs a human without being overruled: something ran out. */
    boolean isAlarm() {
        return settling != null && settling.category() == Category.RESOURCES;
    }
}
