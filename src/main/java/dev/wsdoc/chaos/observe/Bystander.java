package dev.wsdoc.chaos.observe;

import dev.wsdoc.chaos.plan.ChaosPlan;
import dev.wsdoc.fault.SocketObservation;
import dev.wsdoc.swarm.Member;
import dev.wsdoc.wire.frame.Violation;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import org.HdrHistogram.Histogram;

/**
 * One healthy socket that sends numbered messages (to a server that echoes) or pings (to any other) and takes note of
 * what comes back. Owned by its member's loop.
 */
public final class Bystander {
    /** Of so many last beats one must be answered; a single lost message is a loss, not a death. */
    public static final int LAST_BEATS = 3;

    private static final int STAMP_BYTES = Integer.BYTES + Long.BYTES;

    private final String prefix;
    private final String provokerWord;
    private final ChaosPlan.Echo echo;
    private final Histogram latencies;
    private final BitSet answered = new BitSet();
    private final BitSet broadcasts = new BitSet();
    private int beats;
    private String violation = "";

    /**
     * @param run a number that no other run on the same server has, so that they do not hear each other
     * @param latencies microseconds; shared by all bystanders
     */
    Bystander(long run, int index, ChaosPlan.Echo echo, Histogram latencies) {
        this.prefix = "wsdoc beat " + run + " " + index + " ";
        this.provokerWord = Provoker.word(run);
        this.echo = echo;
        this.latencies = latencies;
    }

    /** Sends the next numbered message or ping. */
    void beat(Member member) {
        if (!member.isOpen()) {
            return;
        }
        int number = beats++;
        if (echo == ChaosPlan.Echo.EXPECTED) {
            member.sendText(prefix + number + " " + member.now());
        } else {
            member.ping(ByteBuffer.allocate(STAMP_BYTES)
                    .putInt(number)
                    .putLong(member.now())
                    .flip());
        }
    }

    void message(Member member, ByteBuffer payload) {
        String text = StandardCharsets.UTF_8.decode(payload).toString();
        if (text.startsWith(prefix)) {
            String[] words = text.substring(prefix.length()).split(" ", 2);
            long sentAt = words.length == 2 ? number(words[1]) : -1;
            if (sentAt >= 0) {
                answered(number(words[0]), member.now() - sentAt);
            }
        } else if (text.startsWith(provokerWord)) {
            long broadcast = number(text.substring(provokerWord.length()));
            if (broadcast >= 0 && broadcast < Provoker.MOST) {
                broadcasts.set((int) broadcast);
            }
        }
    }

    /** What a server sends back is not to be trusted: -1 for all that is no number. */
    private static long number(String text) {
        try {
            return Math.max(-1, Long.parseLong(text));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    void pong(Member member, ByteBuffer payload) {
        if (echo == ChaosPlan.Echo.UNKNOWN && payload.remaining() == STAMP_BYTES) {
            answered(payload.getInt(), member.now() - payload.getLong());
        }
    }

    void violated(Violation by) {
        violation = by.words();
    }

    /** How the server ended it, in a few words. */
    String endWords(Member member) {
        return violation.isEmpty() ? SocketObservation.of(member).words() : violation;
    }

    private void answered(long number, long nanos) {
        if (number < 0 || number >= beats) {
            return; // not what was asked
        }
        answered.set((int) number);
        latencies.recordValue(Math.max(1, Math.min(nanos / 1_000, latencies.getHighestTrackableValue())));
    }

    int beats() {
        return beats;
    }

    int answers() {
        return answered.cardinality();
    }

    int broadcastsHeard() {
        return broadcasts.cardinality();
    }

    /** Whether one of the newest beats was answered. */
    boolean isAnswering() {
        return answered.length() > Math.max(0, beats - LAST_BEATS);
    }
}
