package dev.wsdoc.cli.logs;

import dev.wsdoc.evidence.encoding.Encoding;
import dev.wsdoc.logaudit.Since;
import dev.wsdoc.logaudit.rule.Judged;
import dev.wsdoc.logaudit.rule.Rules;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How logs are to be read: what the options say of it.
 *
 * @param since entries from then on count, all if it is null
 * @param now tells the year of dates without one
 */
record Scope(Rules rules, Encoding encoding, @Nullable Instant since, Instant now) {
    /** What lets only those entries pass that count; null if all do. */
    @Nullable
    Since window(Consumer<Judged> sink) {
        return since == null ? null : new Since(since, ZoneId.systemDefault(), now, sink);
    }

    /** Why nothing can be said although there are entries; null if it can. None that is found is not the same as none there. */
    static @Nullable String timeless(@Nullable Since window) {
        if (window == null || window.entries() == 0 || window.timed() > 0) {
            return null;
        }
        return window.unreadable() == 0
                ? "no entry bears a time"
                : "no entry bears a time with a date (the first is '" + window.unreadableExample() + "')";
    }
}
