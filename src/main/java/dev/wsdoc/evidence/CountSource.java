package dev.wsdoc.evidence;

import org.jspecify.annotations.Nullable;

/** Where a server that knows nothing of wsdoc says how many connections it lists. */
public interface CountSource {
    /** Asks now; blocks for at most 10 s. */
    Answer<Counts> ask();

    /** The path that is asked for, by which a server's log may tell of it; empty when there is none. */
    default String path() {
        return "";
    }

    /** Makes the server clean up; null when it offers no way. */
    default @Nullable Answer<Cleaned> cleanup() {
        return null;
    }

    /**
     * What the server says.
     *
     * @param stale of the listed ones those whose peer is gone; null when it does not say
     */
    record Counts(long listed, @Nullable Long stale) {}

    /**
     * What came of a cleanup.
     *
     * @param number of connections that it says it removed; null when it does not say
     */
    record Cleaned(@Nullable Long number) {}
}
