package dev.wsdoc.chaos.victim;

import dev.wsdoc.fault.Fault;
import dev.wsdoc.fault.SocketObservation;
import dev.wsdoc.model.RemovalPath;
import dev.wsdoc.swarm.Member;
import org.jspecify.annotations.Nullable;

/** A socket that a fault is inflicted on, and what the server showed of it. Written by one thread at a time, read by any. */
public final class Victim {
    private final Fault fault;
    private final Member member;
    private volatile long noticedAt;
    private volatile long givenUpAt;
    private volatile @Nullable RemovalPath path;

    public Victim(Fault fault, Member member) {
        this.fault = fault;
        this.member = member;
    }

    public Fault fault() {
        return fault;
    }

    public Member member() {
        return member;
    }

    /** The server showed that it knows; only the first time counts. */
    public void noticed(long nanos) {
        if (noticedAt == 0) {
            noticedAt = nanos;
        }
    }

    /** The kernel shows that the server gave up its socket; only the first time counts. */
    public void givenUp(long nanos) {
        if (givenUpAt == 0) {
            givenUpAt = nanos;
        }
    }

    public boolean isGivenUp() {
        return givenUpAt != 0;
    }

    public boolean isNoticed() {
        return noticedAt != 0;
    }

    public void removed(RemovalPath by) {
        path = by;
    }

    public VictimOutcome outcome() {
        return new VictimOutcome(
                fault,
                member.afflictedAt(),
                noticedAt,
                path,
                SocketObservation.of(member),
                member.endedAt(),
                member.openedAt(),
                member.pings(),
                givenUpAt);
    }
}
