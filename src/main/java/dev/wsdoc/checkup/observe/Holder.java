package dev.wsdoc.checkup.observe;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.wsdoc.checkup.plan.HoldKind;
import dev.wsdoc.swarm.Member;
import dev.wsdoc.swarm.MemberListener;
import dev.wsdoc.swarm.OpenFailure;
import dev.wsdoc.swarm.SocketEnd;
import dev.wsdoc.wire.frame.Opcode;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Holds one connection and notes what becomes of it. Written by its member's loop, read by any thread. */
final class Holder implements MemberListener {
    private final HoldKind kind;
    private final Duration pulse;
    private @Nullable String failure;
    private long openedAt;
    private long lastWordAt;
    private int pings;
    private long endedAt;
    private int closeCode;
    private String closeReason = "";
    private SocketEnd end = SocketEnd.NONE;

    /** @param pulse from one word to the next, for those who say something */
    Holder(HoldKind kind, Duration pulse) {
        this.kind = kind;
        this.pulse = pulse;
    }

    synchronized Holding seen() {
        return new Holding(
                kind, failure, openedAt, lastWordAt, pings, endedAt, closeCode, closeReason, end, System.nanoTime());
    }

    /** Begins to hold, once it is open. */
    void begin(Member member) {
        synchronized (this) {
            openedAt = System.nanoTime();
            lastWordAt = openedAt;
        }
        if (kind != HoldKind.ANSWERS) {
            member.fallSilent();
        }
        if (kind == HoldKind.PINGS || kind == HoldKind.TEXT) {
            member.later(pulse, () -> speak(member));
        }
    }

    private void speak(Member member) {
        if (seen().isCut()) {
            return; // nothing is said to one who said goodbye
        }
        word();
        if (kind == HoldKind.PINGS) {
            member.ping(ByteBuffer.wrap(Visitor.TEXT.getBytes(UTF_8)));
        } else {
            member.sendText(Visitor.TEXT);
        }
        member.later(pulse, () -> speak(member));
    }

    private synchronized void word() {
        if (endedAt == 0) {
            lastWordAt = System.nanoTime();
        }
    }

    @Override
    public synchronized void notOpened(Member member, OpenFailure why) {
        failure = why.text();
    }

    @Override
    public void message(Member member, Opcode opcode, ByteBuffer payload) {
        word();
    }

    @Override
    public synchronized void ping(Member member, ByteBuffer payload) {
        pings++;
        word();
    }

    @Override
    public void pong(Member member, ByteBuffer payload) {
        word();
    }

    @Override
    public synchronized void closeReceived(Member member) {
        closeCode = member.closeCode();
        closeReason = member.closeReason();
        endsNow();
    }

    @Override
    public synchronized void ended(Member member) {
        end = member.end();
        endsNow();
    }

    private synchronized void endsNow() {
        if (endedAt == 0) {
            endedAt = System.nanoTime();
        }
    }
}
