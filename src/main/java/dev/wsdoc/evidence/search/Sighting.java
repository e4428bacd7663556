package dev.wsdoc.evidence.search;

/** What came of looking for the process that serves an address. */
public sealed interface Sighting {
    /**
     * It was found.
     *
     * @param name for people, such as {@code python3 server.py}
     * @param remark what else is to be known of it; empty for nothing
     */
    record Seen(long pid, String name, String remark) implements Sighting {}

    /**
     * There is one, but it cannot be examined from here.
     *
     * @param why in one line, with what to do instead
     */
    record OutOfReach(String why) implements Sighting {}

    /** The address is another machine's, or wsdoc's own, or this is not Linux. */
    record Nobody() implements Sighting {}
}
