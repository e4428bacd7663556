package dev.wsdoc.chaos;

import dev.wsdoc.fault.Fault;
import dev.wsdoc.fault.Sight;
import dev.wsdoc.model.RemovalPath;
import dev.wsdoc.swarm.Member;
import org.jspecify.annotations.Nullable;

/** A socket that a fault is inflicted on, and what the server showed of it. Owned by the experiment's thread. */
final class Victim {
    private final Fault fault;
    private final Member member;
    private long noticedAt;
    private @Nullable RemovalPath path;

    Victim(Fault fault, Member member) {
        this.fault = fault;
        this.member = member;
    }

    Fault fault() {
        return fault;
    }

    Member member() {
        return member;
    }

    /** The server showed that it knows; only the first time counts. */
    void noticed(long nanos) {
        if (noticedAt == 0) {
            noticedAt = nanos;
        }
    }

    boolean isNoticed() {
        return noticedAt != 0;
    }

    void removed(RemovalPath by) {
        path = by;
    }

    Fate fate() {
        return new Fate(fault, member.afflictedAt(), noticedAt, path, Sight.of(member), member.endedAt());
    }
}
