package dev.wsdoc.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** The way by which a connection left the server's list. Every removal is counted under exactly one path. */
public enum RemovalPath {
    /** A closing handshake: removed at once. */
    @JsonProperty("closed")
    CLOSED,
    /** Stale, removed by a background sweep. */
    @JsonProperty("swept")
    SWEPT,
    /** Stale, removed by a cleanup on demand. */
    @JsonProperty("cleaned")
    CLEANED,
    /** Found dead by a send, or by the check before a retry. */
    @JsonProperty("send_failed")
    SEND_FAILED,
    /** Alive, but nothing was heard for longer than the inactive timeout. */
    @JsonProperty("inactive")
    INACTIVE,
    /** No pong within the pong timeout. */
    @JsonProperty("no_pong")
    NO_PONG,
    /** The server shut down. */
    @JsonProperty("shutdown")
    SHUTDOWN;

    /** The name in JSON and metrics, such as {@code send_failed}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
