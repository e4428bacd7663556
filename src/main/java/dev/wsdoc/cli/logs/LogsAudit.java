package dev.wsdoc.cli.logs;

import dev.wsdoc.logaudit.AuditSummary;
import dev.wsdoc.logaudit.Since;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found in one or more logs.
 *
 * @param sources their names, of those that could be read
 * @param since what {@code --since} did; null without it
 * @param unread those that could not be read, or not to their end
 */
record LogsAudit(
        List<String> sources,
        AuditSummary summary,
        @Nullable Since since,
        List<Unread> unread) {
    LogsAudit {
        sources = List.copyOf(sources);
        unread = List.copyOf(unread);
    }

    String name() {
        return String.join(", ", sources);
    }

    /** Whether there is nothing to tell of, since no log could be read. */
    boolean isEmpty() {
        return sources.isEmpty();
    }
}
