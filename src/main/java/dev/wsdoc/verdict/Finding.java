package dev.wsdoc.verdict;

import java.util.List;

/**
 * The answer to a check.
 *
 * @param expected what a healthy server would have shown
 * @param observed what was seen; for {@link Outcome#NOT_CHECKED}, which evidence was missing
 * @param remedy what to do about it; empty for a pass
 * @param evidence quotations that support the answer, such as log lines; may be empty
 */
public record Finding(
        Check check, Outcome outcome, String expected, String observed, String remedy, List<String> evidence) {

    public Finding {
        evidence = List.copyOf(evidence);
        if (outcome != Outcome.PASS && remedy.isBlank()) {
            throw new IllegalArgumentException("finding of " + check.name() + " is " + outcome + " but has no remedy");
        }
    }

    Finding(Check check, Outcome outcome, String expected, String observed, String remedy) {
        this(check, outcome, expected, observed, remedy, List.of());
    }

    /** The same finding with quotations. */
    public Finding quoting(List<String> lines) {
        return new Finding(check, outcome, expected, observed, remedy, lines);
    }
}
