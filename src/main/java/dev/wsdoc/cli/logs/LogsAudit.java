package dev.wsdoc.cli.logs;

import dev.wsdoc.logaudit.AuditSummary;
import dev.wsdoc.logaudit.Since;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found in one or more logs.
 *
 * @param sources their names
 * @param since what {@code --since} did; null without it
 */
record LogsAudit(
        List<String> sources,
        AuditSummary summary,
        @Nullable Since since) {
    LogsAudit {
        sources = List.copyOf(sources);
    }

    String name() {
        return String.join(", ", sources);
    }
}
