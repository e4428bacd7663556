package dev.wsdoc.model;

/** Who is told how far the experiment is; called often, must be quick. */
public interface Progress {
    /** Tells nobody. */
    Progress NONE = (phase, done, total) -> {};

    /**
     * Tells how far a phase is.
     *
     * @param phase such as {@code opening}
     * @param total 0 when the phase has no measure
     */
    void at(String phase, int done, int total);
}
