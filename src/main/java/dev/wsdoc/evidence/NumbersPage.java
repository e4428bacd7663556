package dev.wsdoc.evidence;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/** A page of a server on which many numbers stand, of which one may be that of its connections. Immutable. */
public interface NumbersPage {
    URI url();

    /**
     * Reads all numbers that may be counts; neither NaN nor infinite ones are.
     *
     * @param deadline for connecting, and again for the whole answer
     * @throws IOException when there is no such page; the message begins with its URL
     */
    PageNumbers read(Duration deadline) throws IOException;

    /** The number at one of the places that {@link #read} found, as the count of connections. */
    CountSource at(String place);

    /** The option that would name such a place. */
    String option();
}
