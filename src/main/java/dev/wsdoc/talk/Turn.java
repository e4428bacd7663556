package dev.wsdoc.talk;

import java.time.Instant;

/** One message of a talk, and who said it when. */
public record Turn(Speaker speaker, Instant at, Said message) {
    /** Who says something. */
    public enum Speaker {
        US,
        SERVER
    }
}
