package dev.wsdoc.verdict;

/** Which outcomes make a server unhealthy. */
public enum Strictness {
    /** Only failures. */
    NORMAL,
    /** Warnings and checks that could not be made as well. */
    STRICT;

    boolean condemns(Outcome outcome) {
        return outcome == Outcome.FAIL || (this == STRICT && outcome != Outcome.PASS);
    }
}
