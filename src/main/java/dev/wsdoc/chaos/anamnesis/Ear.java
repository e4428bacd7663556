package dev.wsdoc.chaos.anamnesis;

import dev.wsdoc.fault.SocketObservation;
import dev.wsdoc.swarm.Member;
import dev.wsdoc.swarm.MemberListener;
import dev.wsdoc.wire.frame.Opcode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Hears what one connection is told. Written by its loop, read by the experiment's thread. */
public final class Ear implements MemberListener {
    private static final int MOST_MESSAGES = 200;

    /** Whatever becomes of wsdoc's words, they are no messages of the server's. */
    private static final String OWN = "wsdoc";

    private static final int FEWEST_PUSHES = 3;
    private static final long SHORTEST_STREAM = TimeUnit.MILLISECONDS.toNanos(500);
    private static final int UNEVEN = 4;
    private static final int LONGEST = 16 * 1024; // bytes of a message; the rest is not looked at

    private final Queue<String> messages = new ArrayDeque<>(); // guarded by this
    private final List<Long> others = new ArrayList<>(); // when messages came that are not wsdoc's own; guarded by this
    private volatile @Nullable String pong;
    private volatile long aliveMs;
    private volatile @Nullable SocketObservation end;

    @Override
    public void message(Member member, Opcode opcode, ByteBuffer payload) {
        ByteBuffer beginning = payload.slice().limit(Math.min(LONGEST, payload.remaining()));
        String text = StandardCharsets.UTF_8.decode(beginning).toString();
        keep(text, member.now());
    }

    private synchronized void keep(String text, long now) {
        if (others.size() < MOST_MESSAGES && !text.toLowerCase(Locale.ROOT).contains(OWN)) {
            others.add(now);
        }
        if (messages.size() == MOST_MESSAGES) {
            messages.remove();
        }
        messages.add(text);
    }

    @Override
    public void pong(Member member, ByteBuffer payload) {
        pong = StandardCharsets.ISO_8859_1.decode(payload.slice()).toString();
    }

    @Override
    public void ended(Member member) {
        aliveMs = (member.endedAt() - member.openedAt()) / 1_000_000;
        end = SocketObservation.of(member);
    }

    /** Forgets what it heard. */
    public synchronized void forget() {
        messages.clear();
    }

    /** The messages so far; of a flood the newest 200. */
    public synchronized List<String> messages() {
        return List.copyOf(messages);
    }

    /**
     * How far apart messages are that the server sends by itself, in ms; null when it is not seen to: three at least, for half a second, and
     * none much later than the others.
     */
    public synchronized @Nullable Long pushMs() {
        if (others.size() < FEWEST_PUSHES) {
            return null;
        }
        long span = others.get(others.size() - 1) - others.get(0);
        long mean = span / (others.size() - 1);
        for (int i = 1; i < others.size(); i++) {
            if (others.get(i) - others.get(i - 1) > UNEVEN * mean) {
                return null;
            }
        }
        return span < SHORTEST_STREAM ? null : (Long) (mean / 1_000_000);
    }

    /** Whether a message with this number came, as it was said or within another. */
    public boolean heard(Mark mark, int number) {
        return messages().stream().anyMatch(text -> mark.numberIn(text) == number);
    }

    /** Whether exactly this was said. */
    public boolean heardAs(String text) {
        return messages().contains(text);
    }

    /** What the newest pong had in it, as Latin-1; null when none came. */
    public @Nullable String pong() {
        return pong;
    }

    /** How long the connection was open, in ms, if the server ended it. */
    public long aliveMs() {
        return aliveMs;
    }

    /** How the server ended the connection; null while it has not. */
    public @Nullable SocketObservation end() {
        return end;
    }
}
