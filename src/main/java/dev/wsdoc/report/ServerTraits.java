package dev.wsdoc.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the server is like, found out before anything was done to it and by a client that only listened.
 *
 * @param greeting the beginning of what it says first; null when it waits to be spoken to
 * @param echo what becomes of a message at its sender: {@code verbatim}, {@code wrapped}, {@code none} or {@code untried}
 * @param broadcast whether what one says reaches another; null when nothing was said
 * @param speech in which it was spoken to with success, such as {@code plain text}; null when nothing came back
 * @param refusals how it ended clients for what they said
 * @param pong how it answers a ping: {@code same}, {@code garbled}, {@code none} or {@code untried}
 * @param pings how many times it pinged the client that only listened
 * @param pingIntervalMs from one of these to the next, in ms; null when there were not two
 * @param answer what it answers to words that it takes for no message, such as {@code it answers plain text with: ...}; null for nothing
 * @param pushIntervalMs how far apart messages are that it sends by itself, in ms; null when it is not known to
 * @param silentEnd how it ended the client that only listened; null when it did not
 */
public record ServerTraits(
        @Nullable String greeting,
        String echo,
        @Nullable Boolean broadcast,
        @Nullable String speech,
        List<String> refusals,
        String pong,
        int pings,
        @Nullable Long pingIntervalMs,
        @Nullable String answer,
        @Nullable Long pushIntervalMs,
        @Nullable SilentEnd silentEnd) {

    /**
     * How a client was ended that only listened.
     *
     * @param afterMs how long after it came, in ms
     * @param how such as {@code ended with close code 1001 'idle'}
     */
    public record SilentEnd(long afterMs, String how) {}

    public ServerTraits {
        refusals = List.copyOf(refusals);
    }

    /** The traits as sentences for people. */
    List<String> sentences() {
        List<String> all = new ArrayList<>();
        if (!pong.equals("untried")) { // somebody asked
            all.add(first());
        }
        if (speech != null) {
            all.add(speech + " " + back() + (Boolean.TRUE.equals(broadcast) ? ", and reaches the others" : ""));
        } else if (broadcast != null && refusals.isEmpty()) {
            all.add("nothing that wsdoc says comes back or reaches others");
        }
        if (answer != null) {
            all.add(answer);
        }
        all.addAll(refusals);
        all.add(pinging());
        if (silentEnd != null) {
            all.add("it ends who is silent, " + Amount.millis((double) silentEnd.afterMs()) + " after the opening: "
                    + silentEnd.how());
        }
        return all;
    }

    private String first() {
        if (pushIntervalMs != null) {
            return "it sends by itself, every " + Amount.millis((double) pushIntervalMs)
                    + (greeting == null ? "" : ": " + greeting);
        }
        return greeting == null ? "it waits to be spoken to" : "it speaks first: " + greeting;
    }

    private String back() {
        return switch (echo) {
            case "verbatim" -> "comes back as it was";
            case "wrapped" -> "comes back within a message of its own";
            default -> "does not come back";
        };
    }

    private String pinging() {
        String own = pings == 0
                ? "it sent no ping in that time"
                : pingIntervalMs == null
                        ? "it pinged once"
                        : "it pings every " + Amount.millis((double) pingIntervalMs);
        return switch (pong) {
            case "same" -> own + ", and answers pings";
            case "garbled" -> own + ", and answers pings with other bytes than theirs";
            case "none" -> own + ", and answered none within 1 s";
            default -> own;
        };
    }
}
