package dev.wsdoc.chaos.victim;

import dev.wsdoc.fault.SocketObservation;
import dev.wsdoc.swarm.Member;
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

    /** What is going on when the last fault is over. */
    public static final String AFTERWARDS = "afterwards";

    private static final long AS_IT_CAME_MS = 1_000;
    private static final Pattern NO_ROOM = Pattern.compile(
            "(?i)\\b(?:too many (?:connections|clients|users|sockets|sessions)|connection limit|(?:max\\w*|limit) (?:number of |of )?(?:connections|clients)"
                    + "|server (?:is )?(?:full|busy|overloaded)|at capacity|no room)");
    private static final Pattern TOO_MUCH = Pattern.compile(
            "(?i)\\b(?:rate|flood\\w*|throttl\\w*|slow down|too (?:fast|many (?:messages|requests)|often)|quota)\\b");
    private static final Pattern IDLE = Pattern.compile("(?i)\\b(?:idle|inactiv\\w*|time-?out|timed out)\\b");
    private static final Pattern PING = Pattern.compile("(?i)\\b(?:ping|pong|heartbeat|keep-?alive)\\b");

    /** That of a connection that has ended; on its loop. */
    public static InnocentEnd of(Member member, String during) {
        return of(SocketObservation.of(member), member.openedAt(), member.endedAt(), during, member.pings());
    }

    static InnocentEnd of(SocketObservation seen, long openedAt, long endedAt, String during, int pings) {
        return new InnocentEnd(seen, "", Math.max(0, endedAt - openedAt) / 1_000_000, endedAt, during, 0, pings);
    }

    public InnocentEnd violating(String how) {
        return new InnocentEnd(seen, how, aliveMs, at, during, messages, pings);
    }

    public InnocentEnd after(int said) {
        return new InnocentEnd(seen, violation, aliveMs, at, during, said, pings);
    }

    /** Whether the server said as soon as it came that it takes no more: code 1013, or a reason that says so. */
    public boolean isRefusedForWantOfRoom() {
        return aliveMs < AS_IT_CAME_MS
                && seen.closeCode() != 0
                && (seen.closeCode() == CloseCode.TRY_AGAIN_LATER
                        || NO_ROOM.matcher(seen.closeReason()).find());
    }

    /** Whether the server has a limit on messages, and says so: no client's fault, and no disease. */
    public boolean isForSayingTooMuch() {
        return seen.closeCode() != 0 && isToldOff(seen.closeReason());
    }

    /** Whether a server's words tell a client that it says too much. */
    public static boolean isToldOff(String words) {
        return TOO_MUCH.matcher(words).find();
    }

    /** Whether the server says that it waited in vain for a pong. */
    public boolean isForWantOfPongs() {
        return PING.matcher(seen.closeReason()).find();
    }

    /** Whether the server says that it was silent for too long. */
    public boolean isForSilence() {
        return IDLE.matcher(seen.closeReason()).find();
    }

    /** How it ended, in a few words, without the time. */
    public String how() {
        return violation.isEmpty() ? seen.words() : violation;
    }

    /** The same with what was going on: those that ended alike are counted together. */
    public String words() {
        return during.isEmpty() ? how() : how() + (during.equals(AFTERWARDS) ? " " : " during ") + during;
    }
}
