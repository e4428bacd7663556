package dev.wsdoc.report;

import dev.wsdoc.verdict.Finding;
import dev.wsdoc.verdict.Outcome;
import java.util.ArrayList;
import java.util.List;

/** How many findings came out how. */
record Tally(int passed, int warned, int failed, int notChecked) {

    static Tally of(List<Finding> findings) {
        return new Tally(
                count(findings, Outcome.PASS),
                count(findings, Outcome.WARN),
                count(findings, Outcome.FAIL),
                count(findings, Outcome.NOT_CHECKED));
    }

    private static int count(List<Finding> findings, Outcome outcome) {
        return (int) findings.stream().filter(f -> f.outcome() == outcome).count();
    }

    int all() {
        return passed + warned + failed + notChecked;
    }

    /** Such as {@code 2 of 14 checks failed, 1 warning, 3 not checked}. */
    String sentence() {
        if (all() == 0) {
            return "nothing was checked";
        }
        if (passed == all()) {
            return all() == 1 ? "the one check passed" : "all " + all() + " checks passed";
        }
        List<String> parts = new ArrayList<>();
        parts.add((failed > 0 ? failed : passed) + " of " + Amount.of(all(), "check")
                + (failed > 0 ? " failed" : " passed"));
        if (warned > 0) {
            parts.add(Amount.of(warned, "warning"));
        }
        if (notChecked > 0) {
            parts.add(notChecked + " not checked");
        }
        return String.join(", ", parts);
    }
}
