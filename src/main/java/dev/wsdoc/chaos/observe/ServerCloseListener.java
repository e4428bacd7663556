package dev.wsdoc.chaos.observe;

import dev.wsdoc.swarm.Member;
import dev.wsdoc.swarm.MemberListener;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers which victims saw the server end their connection. Written by the loops, read by the experiment's thread. */
public final class ServerCloseListener implements MemberListener {
    private final Set<Member> ended = Collections.newSetFromMap(new ConcurrentHashMap<>());

    /** Whose bytes these are is another's question. */
    @Override
    public boolean goesOnAfterBadText(Member member) {
        return true;
    }

    @Override
    public void ended(Member member) {
        ended.add(member);
    }

    public boolean sawEnd(Member member) {
        return ended.contains(member);
    }
}
