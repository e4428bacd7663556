package dev.wsdoc.checkup.observe;

import dev.wsdoc.swarm.OpenFailure;
import dev.wsdoc.swarm.SocketEnd;
import dev.wsdoc.wire.handshake.UpgradeResponse;
import java.net.InetAddress;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one connection saw, so far. Immutable.
 *
 * @param moments when what happened, in {@link System#nanoTime} terms
 * @param tls what was agreed on; null without TLS, or when it failed
 * @param answer to the upgrade; null when there was none that could be read
 * @param failure why it was not opened; null when it was
 * @param pong how the ping was answered
 * @param echo what became of the text that was said
 * @param closeCode of the server's close frame; 0 when none came
 * @param violation what the server did against RFC 6455; null for nothing
 */
public record Visit(
        InetAddress address,
        Map<Moment, Long> moments,
        @Nullable TlsSeen tls,
        @Nullable UpgradeResponse answer,
        @Nullable OpenFailure failure,
        Reply pong,
        Reply echo,
        int closeCode,
        String closeReason,
        SocketEnd end,
        @Nullable String violation) {

    /** What became of something that was sent. */
    public enum Reply {
        /** Nothing was sent. */
        UNTRIED,
        /** Nothing came back in time. */
        NONE,
        /** It came back as it was. */
        SAME,
        /** It came back changed, or within something else. */
        CHANGED
    }

    private static final double NANOS_PER_MS = 1_000_000;

    public Visit {
        moments = Map.copyOf(moments);
    }

    /** One of which nothing is known yet. */
    public static Visit to(InetAddress address) {
        return new Visit(
                address, Map.of(), null, null, null, Reply.UNTRIED, Reply.UNTRIED, 0, "", SocketEnd.NONE, null);
    }

    public boolean had(Moment moment) {
        return moments.containsKey(moment);
    }

    /** Whether nothing more is to be seen. */
    public boolean isOver() {
        return failure != null || had(Moment.ENDED);
    }

    /** Milliseconds from one moment to another; null when one of them did not come. */
    public @Nullable Double between(Moment from, Moment to) {
        Long start = moments.get(from);
        Long end = moments.get(to);
        return start == null || end == null ? null : (Double) ((end - start) / NANOS_PER_MS);
    }

    /** The same with one more moment; only the first of a kind counts. */
    Visit at(Moment moment, long nanos) {
        if (had(moment)) {
            return this;
        }
        Map<Moment, Long> more = new EnumMap<>(Moment.class);
        more.putAll(moments);
        more.put(moment, nanos);
        return new Visit(address, more, tls, answer, failure, pong, echo, closeCode, closeReason, end, violation);
    }

    Visit securedBy(@Nullable TlsSeen seen) {
        return new Visit(address, moments, seen, answer, failure, pong, echo, closeCode, closeReason, end, violation);
    }

    Visit answeredBy(@Nullable UpgradeResponse response) {
        return new Visit(address, moments, tls, response, failure, pong, echo, closeCode, closeReason, end, violation);
    }

    Visit failedBy(OpenFailure why) {
        return new Visit(address, moments, tls, answer, why, pong, echo, closeCode, closeReason, end, violation);
    }

    Visit ponged(Reply how) {
        return new Visit(address, moments, tls, answer, failure, how, echo, closeCode, closeReason, end, violation);
    }

    Visit echoed(Reply how) {
        return new Visit(address, moments, tls, answer, failure, pong, how, closeCode, closeReason, end, violation);
    }

    Visit closedWith(int code, String reason) {
        return new Visit(address, moments, tls, answer, failure, pong, echo, code, reason, end, violation);
    }

    Visit endedBy(SocketEnd how) {
        return new Visit(address, moments, tls, answer, failure, pong, echo, closeCode, closeReason, how, violation);
    }

    Visit violatedBy(String what) {
        return new Visit(address, moments, tls, answer, failure, pong, echo, closeCode, closeReason, end, what);
    }
}
