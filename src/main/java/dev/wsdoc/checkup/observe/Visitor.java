package dev.wsdoc.checkup.observe;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wsdoc.checkup.observe.Visit.Reply;
import dev.wsdoc.checkup.plan.Depth;
import dev.wsdoc.swarm.Member;
import dev.wsdoc.swarm.MemberListener;
import dev.wsdoc.swarm.OpenFailure;
import dev.wsdoc.wire.frame.CloseCode;
import dev.wsdoc.wire.frame.Opcode;
import dev.wsdoc.wire.frame.Violation;
import dev.wsdoc.wire.handshake.UpgradeRefusal;
import dev.wsdoc.wire.handshake.UpgradeResponse;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * Makes one connection say what a check-up has to say, and writes down what becomes of it. Owned by its member's loop; the record
 * so far can be read from any thread, at any time.
 */
final class Visitor implements MemberListener {
    /** What is said to see whether it comes back. */
    static final String TEXT = "wsdoc check";

    private static final Duration LEAST_FOR_ECHO = Duration.ofMillis(100);
    private static final int ROUND_TRIPS_FOR_ECHO = 5;

    private final Depth depth;
    private final Duration patience;
    private final CompletableFuture<Visit> whole = new CompletableFuture<>();
    private volatile Visit seen;
    private boolean isLeaving;

    Visitor(InetAddress address, Depth depth, Duration patience) {
        this.seen = Visit.to(address);
        this.depth = depth;
        this.patience = patience;
    }

    /** What was seen so far. */
    Visit seen() {
        return seen;
    }

    /** What was seen, once it is over. */
    CompletableFuture<Visit> whole() {
        return whole;
    }

    private void note(UnaryOperator<Visit> change) {
        seen = change.apply(seen); // only the loop writes
    }

    private void at(Moment moment) {
        long now = System.nanoTime();
        note(visit -> visit.at(moment, now));
    }

    @Override
    public void connecting(Member member) {
        at(Moment.CONNECTING);
    }

    @Override
    public void connected(Member member) {
        at(Moment.CONNECTED);
    }

    @Override
    public void prepared(Member member, @Nullable SSLSession session) {
        at(Moment.PREPARED);
        note(visit -> visit.securedBy(session == null ? null : TlsSeen.of(session)));
    }

    @Override
    public void upgraded(Member member, UpgradeResponse response) {
        at(Moment.UPGRADED);
        note(visit -> visit.answeredBy(response));
    }

    @Override
    public void notOpened(Member member, OpenFailure failure) {
        at(Moment.NOT_OPENED);
        UpgradeRefusal refusal = failure.refusal();
        note(visit ->
                visit.answeredBy(refusal == null ? null : refusal.response()).failedBy(failure));
        over();
    }

    /** Begins to speak, once it is open. */
    void begin(Member member) {
        if (depth == Depth.CONNECT) {
            leave(member);
            return;
        }
        at(Moment.PINGED);
        note(visit -> visit.ponged(Reply.NONE));
        member.ping(ByteBuffer.wrap(TEXT.getBytes(UTF_8)));
        member.later(patience, () -> {
            if (!seen.had(Moment.PONGED)) {
                speak(member);
            }
        });
    }

    @Override
    public void pong(Member member, ByteBuffer payload) {
        if (seen.pong() != Reply.NONE || !seen.had(Moment.PINGED) || payload.remaining() == 0) {
            return; // nobody asked for it: RFC 6455 section 5.5.3 lets a server send such
        }
        at(Moment.PONGED);
        boolean isSame = UTF_8.decode(payload.slice()).toString().equals(TEXT);
        note(visit -> visit.ponged(isSame ? Reply.SAME : Reply.CHANGED));
        speak(member);
    }

    private void speak(Member member) {
        if (depth != Depth.ECHO || isLeaving) {
            leave(member);
            return;
        }
        at(Moment.SAID);
        note(visit -> visit.echoed(Reply.NONE));
        member.sendText(TEXT);
        member.later(patienceForEcho(), () -> leave(member));
    }

    /** A server that does not echo is not waited for: several of its round trips, and a moment at least. */
    private Duration patienceForEcho() {
        Double ping = seen.between(Moment.PINGED, Moment.PONGED);
        long nanos = ping == null ? 0 : (long) (ping * ROUND_TRIPS_FOR_ECHO * 1_000_000);
        Duration some = Duration.ofNanos(Math.max(nanos, LEAST_FOR_ECHO.toNanos()));
        return some.compareTo(patience) < 0 ? some : patience;
    }

    @Override
    public void message(Member member, Opcode opcode, ByteBuffer payload) {
        if (seen.echo() != Reply.NONE || isLeaving) {
            return;
        }
        String text = UTF_8.decode(payload.slice()).toString();
        if (text.contains(TEXT)) {
            at(Moment.ECHOED);
            note(visit -> visit.echoed(text.equals(TEXT) ? Reply.SAME : Reply.CHANGED));
            leave(member);
        }
    }

    private void leave(Member member) {
        if (isLeaving) {
            return;
        }
        isLeaving = true;
        if (!member.isOpen()) {
            over();
            return;
        }
        at(Moment.CLOSING);
        member.close(CloseCode.NORMAL, "");
        member.later(patience, () -> {
            member.drop();
            over();
        });
    }

    @Override
    public void closeReceived(Member member) {
        at(Moment.CLOSE_RECEIVED);
        note(visit -> visit.closedWith(member.closeCode(), member.closeReason()));
    }

    @Override
    public void violation(Member member, Violation violation) {
        note(visit -> visit.violatedBy(violation.words()));
    }

    @Override
    public void ended(Member member) {
        at(Moment.ENDED);
        note(visit -> visit.endedBy(member.end()));
        over();
    }

    private void over() {
        whole.complete(seen);
    }
}
