package dev.wsdoc.verdict;

/**
 * A question about a server that has a yes or a no.
 *
 * @param name stable name, such as {@code count.total-restored}; reports and CI rules refer to it
 * @param question what is asked, as one sentence
 * @param subject what the answer tells of; see {@link Verdict#of}
 */
public record Check(String name, String question, Subject subject) {

    /** What a check looks at. */
    public enum Subject {
        /** Whether the server serves: it opens, answers, keeps the living. */
        SERVICE,
        /** Whether it keeps house: its log, its counts, its handling of the dead. */
        HOUSEKEEPING
    }

    public Check {
        if (!name.matches("[a-z]+(\\.[a-z0-9-]+)+")) {
            throw new IllegalArgumentException("check name '" + name + "' is not like count.total-restored");
        }
    }

    public Finding pass(String expected, String observed) {
        return new Finding(this, Outcome.PASS, expected, observed, "");
    }

    public Finding warn(String expected, String observed, String remedy) {
        return new Finding(this, Outcome.WARN, expected, observed, remedy);
    }

    public Finding fail(String expected, String observed, String remedy) {
        return new Finding(this, Outcome.FAIL, expected, observed, remedy);
    }

    /**
     * A finding that is none: the evidence is missing.
     *
     * @param reason which evidence was missing
     * @param remedy the flag or step that would provide it
     */
    public Finding notChecked(String expected, String reason, String remedy) {
        return new Finding(this, Outcome.NOT_CHECKED, expected, reason, remedy);
    }
}
