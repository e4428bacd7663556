package dev.wsdoc.talk;

import dev.wsdoc.fault.Fault;
import dev.wsdoc.swarm.Member;
import dev.wsdoc.swarm.MemberListener;
import dev.wsdoc.swarm.SocketEnd;
import dev.wsdoc.wire.frame.Opcode;
import dev.wsdoc.wire.frame.RawFrame;
import dev.wsdoc.wire.frame.Violation;
import dev.wsdoc.wire.handshake.UpgradeResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A talk as its loop sees it: what is asked of its member, and what happens to it. Owned by the loop's thread. */
final class TalkEvents implements MemberListener {
    /** How long the server may take to answer a close frame: as long as browsers give it, or a little more. */
    static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

    private static final Duration FIN_WITHIN = Duration.ofSeconds(1); // once both close frames are there
    private static final Duration TAKE_CHECK = Duration.ofMillis(1);

    private final TalkListener listener;
    private final TalkTally tally = new TalkTally();
    private @Nullable CompletableFuture<Integer> taken; // who waits for the socket to take what was said
    private int takenCount;
    private @Nullable ByteBuffer pingPayload; // of the ping that waits for its pong
    private long pingedAt;
    private boolean closing; // we began the closing handshake
    private boolean unanswered;
    private String fault = "";
    private String violation = "";
    private boolean over;

    TalkEvents(TalkListener listener) {
        this.listener = listener;
    }

    void say(Member self, List<Said> messages, CompletableFuture<Integer> whenTaken) {
        takenCount = 0;
        taken = whenTaken;
        for (Said message : messages) {
            if (self.isOpen() && !closing) {
                takenCount++;
                say(self, message);
            }
        }
        checkTaken(self);
    }

    private void say(Member self, Said message) {
        if (message.opcode() == Opcode.PING) {
            sendPing(self, message.payload());
            return;
        }
        tally.said(message.size(), self.now());
        self.send(message.opcode(), message.payload());
        listener.said(message.opcode(), message.payload());
    }

    private void checkTaken(Member self) {
        CompletableFuture<Integer> waiting = taken;
        if (waiting == null) {
            return;
        }
        if (!self.isOpen() || closing || !self.hasUnsent()) {
            taken = null;
            waiting.complete(takenCount);
        } else {
            self.later(TAKE_CHECK, () -> checkTaken(self));
        }
        lookAt(self);
    }

    void sendPing(Member self, ByteBuffer payload) {
        pingPayload = payload.duplicate();
        pingedAt = self.now();
        self.ping(payload);
    }

    void raw(Member self, RawFrame frame) {
        self.write(frame.encode());
    }

    void close(Member self, int code, String reason) {
        if (!closing) {
            closing = true;
            self.close(code, reason);
            self.later(CLOSE_WITHIN, () -> hangUp(self));
        }
    }

    private void hangUp(Member self) {
        unanswered = self.closeCode() == 0;
        self.drop();
        lookAt(self);
    }

    void suffer(Member self, Fault what) {
        fault = what.name();
        what.inflict(self);
    }

    /** What a member does to itself it tells nobody. */
    void lookAt(Member self) {
        if (self.end() != SocketEnd.NONE && !over) {
            ended(self);
        }
    }

    TalkStats stats(Member self) {
        return tally.stats(self.pings(), self.pongs(), Duration.ofNanos(self.now() - self.openedAt()));
    }

    @Override
    public void upgraded(Member self, UpgradeResponse response) {
        listener.answered(response);
    }

    @Override
    public void message(Member self, Opcode opcode, ByteBuffer payload) {
        listener.heard(opcode, payload, tally.heard(payload.remaining(), self.now()));
    }

    @Override
    public void ping(Member self, ByteBuffer payload) {
        listener.pinged(payload);
    }

    @Override
    public void pong(Member self, ByteBuffer payload) {
        boolean isAnswer = pingPayload != null && pingPayload.equals(payload);
        pingPayload = isAnswer ? null : pingPayload;
        listener.ponged(payload, isAnswer ? tally.tookSince(pingedAt, self.now()) : TalkListener.NO_ROUND_TRIP);
    }

    /** It is the server's to end the connection now: RFC 6455 section 7.1.1. */
    @Override
    public void closeReceived(Member self) {
        self.later(FIN_WITHIN, () -> hangUp(self));
    }

    @Override
    public void violation(Member self, Violation what) {
        violation = what.words();
    }

    @Override
    public void ended(Member self) {
        over = true;
        CompletableFuture<Integer> waiting = taken;
        taken = null;
        listener.ended(ending(self));
        if (waiting != null) {
            waiting.complete(takenCount);
        }
    }

    private TalkEnd ending(Member self) {
        return new TalkEnd(cause(self), self.closeCode(), self.closeReason(), detail(self));
    }

    private TalkEnd.Cause cause(Member self) {
        if (unanswered) {
            return TalkEnd.Cause.UNANSWERED;
        }
        if (self.closeCode() != 0 && self.end() != SocketEnd.VIOLATION) {
            return closing ? TalkEnd.Cause.CLOSED : TalkEnd.Cause.BY_SERVER;
        }
        return switch (self.end()) {
            case FIN -> fault.equals("half-close") ? TalkEnd.Cause.FAULT : TalkEnd.Cause.FIN;
            case RESET -> TalkEnd.Cause.RESET;
            case VIOLATION -> TalkEnd.Cause.VIOLATION;
            case OVERFLOWED -> TalkEnd.Cause.OVERFLOWED;
            case LOCAL -> TalkEnd.Cause.FAULT;
            case NONE, FAILED -> TalkEnd.Cause.FAILED;
        };
    }

    private String detail(Member self) {
        return switch (cause(self)) {
            case FAULT -> fault + (self.end() == SocketEnd.FIN ? ", and the server ended its side too" : "");
            case FIN, RESET -> closing ? "instead of answering our close frame" : "";
            case UNANSWERED -> CLOSE_WITHIN.toSeconds() + " s";
            case VIOLATION -> violation;
            default -> "";
        };
    }
}
