package dev.wsdoc.chaos.anamnesis;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What wsdoc found out about a server before anything was done to it.
 *
 * @param greeting the beginning of what the server says first; null when it waits to be spoken to
 * @param echo what becomes of a message at its sender
 * @param broadcasts whether what one says reaches another; null when nothing was said
 * @param speech in which the server was spoken to with success; null when nothing came back
 * @param refusals how it ended clients for what they said, such as {@code it ends clients that say plain text: 1008 'say hello'}
 * @param fails whether something in it failed whatever was said, more than once
 * @param pong how it answers a ping
 * @param answer the beginning of what came back first that was no echo; null when nothing did
 * @param pushMs how far apart messages are that it sends by itself, in ms; null when it is not known to
 * @param idleMs after how long it ended a client that said nothing; null when it did not in the time that there was
 */
public record Anamnesis(
        @Nullable String greeting,
        Echo echo,
        @Nullable Boolean broadcasts,
        @Nullable Speech speech,
        List<String> refusals,
        boolean fails,
        Pong pong,
        @Nullable String answer,
        @Nullable Long pushMs,
        @Nullable Long idleMs) {

    /** What becomes of a message at its sender. */
    public enum Echo {
        /** Nothing was said. */
        UNTRIED,
        /** Nothing comes back. */
        NONE,
        /** It comes back as it was. */
        VERBATIM,
        /** It comes back within a message of the server's own. */
        WRAPPED;

        /** The name in reports, such as {@code verbatim}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether the sender hears its words again. */
        public boolean isHeard() {
            return this == VERBATIM || this == WRAPPED;
        }
    }

    /** How a ping is answered (RFC 6455 section 5.5.3: with the same application data). */
    public enum Pong {
        /** None was sent. */
        UNTRIED,
        NONE,
        SAME,
        /** The pong carries other bytes than the ping. */
        GARBLED;

        /** The name in reports, such as {@code same}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Nothing was asked. */
    public static final Anamnesis NONE =
            new Anamnesis(null, Echo.UNTRIED, null, null, List.of(), false, Pong.UNTRIED, null, null, null);

    public Anamnesis {
        refusals = List.copyOf(refusals);
    }

    /** Whether what one says is known to reach another. */
    public boolean isBroadcast() {
        return Boolean.TRUE.equals(broadcasts);
    }
}
