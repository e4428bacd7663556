package dev.wsdoc.verdict;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.wsdoc.verdict.Check.Subject;
import java.util.Collection;
import java.util.Locale;

/** All findings together. */
public enum Verdict {
    HEALTHY,
    UNHEALTHY,
    /** Nothing bad was seen, but too little was looked at to call the server healthy. */
    INCONCLUSIVE;

    /**
     * Unhealthy when any finding condemns the server; healthy when none does and at least one check of the server's
     * housekeeping was made; else inconclusive, since a server that merely serves was not examined.
     */
    public static Verdict of(Collection<Finding> findings, Strictness strictness) {
        if (findings.stream().anyMatch(finding -> strictness.condemns(finding.outcome()))) {
            return UNHEALTHY;
        }
        return findings.stream().anyMatch(Verdict::examinesHousekeeping) ? HEALTHY : INCONCLUSIVE;
    }

    private static boolean examinesHousekeeping(Finding finding) {
        return finding.check().subject() == Subject.HOUSEKEEPING && finding.outcome() != Outcome.NOT_CHECKED;
    }

    /** The name in reports, such as {@code healthy}. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
