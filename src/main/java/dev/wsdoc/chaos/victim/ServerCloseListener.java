package dev.wsdoc.chaos.victim;

import dev.wsdoc.swarm.Member;
import dev.wsdoc.swarm.MemberListener;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers which victims saw the server end their connection. Written by the loops, read by the experiment's thread. */
public final class ServerCloseListener implements MemberListener {
    private final Map<Member, Long> ended = new ConcurrentHashMap<>();

    /** Whose bytes these are is another's question. */
    @Override
    public boolean goesOnAfterBadText(Member member) {
        return true;
    }

    @Override
    public void ended(Member member) {
        ended.put(member, member.endedAt());
    }

    public boolean sawEnd(Member member) {
        return ended.containsKey(member);
    }

    /** When it saw the end, in {@link System#nanoTime} terms; 0 when it did not. */
    public long endedAt(Member member) {
        return ended.getOrDefault(member, 0L);
    }
}
