package dev.wsdoc.cli.logs;

import dev.wsdoc.cli.command.ExitCode;
import dev.wsdoc.logaudit.AuditSummary;
import dev.wsdoc.report.Amount;
import java.util.Locale;

/** What in a log makes {@code wsdoc logs} end with {@link ExitCode#NOT_HEALTHY}. */
enum FailOn {
    UNEXPECTED("needing a human") {
        @Override
        long count(AuditSummary summary) {
            return summary.needsHuman();
        }
    },
    NOISE("of noise: expected disconnects above DEBUG") {
        @Override
        long count(AuditSummary summary) {
            return summary.noise();
        }
    };

    private final String what;

    FailOn(String what) {
        this.what = what;
    }

    /** How many entries there are of it. */
    abstract long count(AuditSummary summary);

    /** Why the command fails. */
    String complaint(AuditSummary summary) {
        return Amount.of(count(summary), "incident") + " " + what + " (--fail-on " + name().toLowerCase(Locale.ROOT)
                + ")";
    }
}
