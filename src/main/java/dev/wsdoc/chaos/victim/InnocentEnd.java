package dev.wsdoc.chaos.victim;

import dev.wsdoc.fault.SocketObservation;
import dev.wsdoc.wire.frame.CloseCode;
import java.util.regex.Pattern;

/**
 * How a connection was ended to which nothing was done.
 *
 * @param seen what its socket saw
 * @param violation how the server broke the protocol; empty when it did not
 * @param aliveMs for how long it had been open
 * @param at when it ended, in {@link System#nanoTime} terms
 * @param during what was going on, such as a fault's name; empty when nothing was
 * @param messages what it had said since it was opened
 * @param pings how many pings it had got, and answered
 */
public record InnocentEnd(
        SocketObservation seen, String violation, long aliveMs, long at, String during, int messages, int pings) {

    private static final long AS_IT_CAME_MS = 1_000;
    private static final Pattern NO_ROOM =
            Pattern.compile("(?i)\\b(?:too many|limit|full|overload|capacity|busy|maximum|max)");

    public static InnocentEnd of(SocketObservation seen, long openedAt, long endedAt, String during) {
        return new InnocentEnd(seen, "", Math.max(0, endedAt - openedAt) / 1_000_000, endedAt, during, 0, 0);
    }

    public InnocentEnd violating(String how) {
        return new InnocentEnd(seen, how, aliveMs, at, during, messages, pings);
    }

    public InnocentEnd after(int said) {
        return new InnocentEnd(seen, violation, aliveMs, at, during, said, pings);
    }

    public InnocentEnd pinged(int times) {
        return new InnocentEnd(seen, violation, aliveMs, at, during, messages, times);
    }

    /** Whether the server said as soon as it came that it takes no more: code 1013, or a reason that says so. */
    public boolean isRefusedForWantOfRoom() {
        return aliveMs < AS_IT_CAME_MS
                && seen.closeCode() != 0
                && (seen.closeCode() == CloseCode.TRY_AGAIN_LATER
                        || NO_ROOM.matcher(seen.closeReason()).find());
    }

    /** How it ended, in a few words, without the time. */
    public String how() {
        return violation.isEmpty() ? seen.words() : violation;
    }

    /** The same with what was going on: those that ended alike are counted together. */
    public String words() {
        return during.isEmpty() ? how() : how() + " during " + during;
    }
}
