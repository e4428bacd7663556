package dev.wsdoc.chaos.bystander;

import dev.wsdoc.chaos.victim.InnocentEnd;
import dev.wsdoc.swarm.Member;
import dev.wsdoc.swarm.MemberListener;
import dev.wsdoc.wire.frame.Violation;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A healthy client that only listens, from the opening to the end: it answers pings and says nothing, as browsers do that wait for
 * news. It shows how often the server pings, and whether it ends who is silent. Written by its loop, read by any thread.
 */
public final class SilentClient implements MemberListener {
    private static final int MOST_PINGS = 1_000;

    private final List<Long> pings = new CopyOnWriteArrayList<>();
    private volatile @Nullable InnocentEnd end;
    private volatile String during = "";
    private volatile String violation = "";
    private volatile List<Member> present = List.of();

    /** It is connected. */
    public void arrived(List<Member> members) {
        present = List.copyOf(members);
    }

    public List<Member> members() {
        return present;
    }

    /** How long it has been there; endless when it never came. */
    public Duration age(long now) {
        return present.stream()
                .map(member -> Duration.ofNanos(now - member.openedAt()))
                .findFirst()
                .orElse(ChronoUnit.FOREVER.getDuration());
    }

    /** What happens from now on happens during this, such as a fault's name. */
    public void turnTo(String cause) {
        during = cause;
    }

    /** Whose bytes these are is another's question. */
    @Override
    public boolean goesOnAfterBadText(Member member) {
        return true;
    }

    @Override
    public void violation(Member member, Violation broken) {
        violation = broken.words();
    }

    @Override
    public void ping(Member member, ByteBuffer payload) {
        if (pings.size() < MOST_PINGS) {
            pings.add(member.now());
        }
    }

    @Override
    public void ended(Member member) {
        if (member.afflictedAt() != 0) {
            return; // it said goodbye
        }
        end = InnocentEnd.of(member, during).violating(violation);
    }

    /** How it ended; null while it has not. */
    public @Nullable InnocentEnd end() {
        return end;
    }

    /** From one ping of the server to the next, in ms, the shortest; null when there were not two. */
    public @Nullable Long pingIntervalMs() {
        List<Long> times = List.copyOf(pings);
        Long shortest = null;
        for (int i = 1; i < times.size(); i++) {
            long between = (times.get(i) - times.get(i - 1)) / 1_000_000;
            shortest = shortest == null ? between : (Long) Math.min(shortest, between);
        }
        return shortest;
    }

    /** How many pings came. */
    public int pings() {
        return pings.size();
    }
}
