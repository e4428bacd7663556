package dev.wsdoc.chaos.bystander;

import dev.wsdoc.chaos.anamnesis.Mark;
import dev.wsdoc.chaos.anamnesis.Speech;
import dev.wsdoc.swarm.Member;
import dev.wsdoc.wire.frame.Opcode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * One healthy socket that sends numbered pings, and messages in their place to a server that sends these back, and takes note of what
 * comes back. Owned by its member's loop.
 */
final class Bystander {
    /** Of so many last beats one must be answered; a single lost message is a loss, not a death. One of them is a message. */
    static final int LAST_BEATS = 4;

    /** Of ASCII: some libraries decode what a ping carries. */
    private static final Mark PING = new Mark("wsdoc ping ", "");

    private final @Nullable Speech speech;
    private final @Nullable Mark mark;
    private final int every;
    private final @Nullable Mark broadcast;
    private final PushWatch pushes = new PushWatch();
    private final Copies ownCopies = new Copies();
    private final Copies broadcastCopies = new Copies();
    private final BitSet answered = new BitSet();
    private final BitSet broadcasts = new BitSet();
    private long[] sentAt = new long[16];
    private int beats;
    private int newestPing = -1;
    private int exactPongs;
    private int garbled;
    private String garbledAs = "";
    private boolean badText;
    private String violation = "";

    /**
     * @param speech in which it says its numbered messages, which the server sends back; null for pings only
     * @param every which beats are messages, 1 or more: of so many the first; the others are pings
     * @param broadcast by what the provoker's words are known; null when they cannot be
     */
    Bystander(@Nullable Speech speech, int every, @Nullable Mark broadcast) {
        this.speech = speech;
        this.mark = speech == null ? null : speech.mark();
        this.every = every;
        this.broadcast = broadcast;
    }

    private boolean isMessage(int beat) {
        return speech != null && beat % every == 0;
    }

    /** Sends the next numbered message or ping. */
    void beat(Member member) {
        if (!member.isOpen()) {
            return;
        }
        if (beats == sentAt.length) {
            sentAt = Arrays.copyOf(sentAt, 2 * beats);
        }
        sentAt[beats] = member.now();
        int number = beats++;
        if (speech != null && isMessage(number)) {
            member.sendText(speech.say(number));
        } else {
            newestPing = number;
            member.send(Opcode.PING, ByteBuffer.wrap((PING.before() + number).getBytes(StandardCharsets.US_ASCII)));
        }
    }

    /** @param latencies takes the round trip, in microseconds */
    void message(Member member, ByteBuffer payload, Disturbance disturbance, Histogram latencies) {
        String text = StandardCharsets.UTF_8.decode(payload).toString();
        int number = mark == null ? -1 : mark.numberIn(text);
        if (number >= 0) {
            ownCopies.heard(number, disturbance);
            answered(number, isMessage(number), member, latencies);
            return;
        }
        int said = broadcast == null ? -1 : broadcast.numberIn(text);
        if (said >= 0 && said < Provoker.MOST) {
            broadcastCopies.heard(said, disturbance);
            broadcasts.set(said);
        } else if (said < 0) {
            pushes.message(member.now(), disturbance);
        }
    }

    /**
     * A pong with other bytes than the ping's is a sign of life, where no better ones come: it is taken to answer the newest. Where they
     * do, it is one that nobody asked for (RFC 6455 section 5.5.3).
     */
    void pong(Member member, ByteBuffer payload, Histogram latencies) {
        if (newestPing < 0) {
            return;
        }
        String text = StandardCharsets.ISO_8859_1.decode(payload).toString();
        int number = text.startsWith(PING.before()) ? PING.numberIn(text) : -1;
        if (number >= 0) {
            exactPongs++;
            answered(number, !isMessage(number), member, latencies);
        } else if (exactPongs == 0) {
            garbled++;
            garbledAs = text;
            answered.set(newestPing);
        }
    }

    void badText() {
        badText = true;
    }

    /** Whether the server sent it a text that is no UTF-8. */
    boolean gotBadText() {
        return badText;
    }

    void violated(String by) {
        violation = by;
    }

    /** How the server broke the protocol; empty when it did not. */
    String violation() {
        return violation;
    }

    private void answered(int number, boolean isInKind, Member member, Histogram latencies) {
        if (!isInKind || number >= beats || answered.get(number)) {
            return; // not what was asked, or heard before
        }
        answered.set(number);
        long micros = (member.now() - sentAt[number]) / 1_000;
        latencies.recordValue(Math.max(1, Math.min(micros, latencies.getHighestTrackableValue())));
    }

    /** How many numbered messages it said, and are to come back. */
    int said() {
        return speech == null ? 0 : (beats + every - 1) / every;
    }

    /** How many of these came back; of one that only pings, how many pings were answered. */
    int answers() {
        return (int) answered.stream()
                .filter(beat -> speech == null || isMessage(beat))
                .count();
    }

    /** Pongs that carried other bytes than any ping had; none once a right one came. */
    int garbledPongs() {
        return exactPongs == 0 ? garbled : 0;
    }

    /** What the newest of these carried, as Latin-1. */
    String garbledAs() {
        return garbledAs;
    }

    /** What the server sends by itself. */
    PushWatch pushes() {
        return pushes;
    }

    /** The messages of a kind of which one came more often than any had before the chaos; null when none did. */
    @Nullable
    Copies repeated() {
        return ownCopies.areMore() ? ownCopies : broadcastCopies.areMore() ? broadcastCopies : null;
    }

    BitSet broadcastsHeard() {
        return (BitSet) broadcasts.clone();
    }

    /** Whether one of the newest beats was answered. */
    boolean isAnswering() {
        return answered.length() > Math.max(0, beats - LAST_BEATS);
    }
}
