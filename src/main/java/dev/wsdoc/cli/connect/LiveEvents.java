package dev.wsdoc.cli.connect;

import dev.wsdoc.cli.connect.MessageText.Came;
import dev.wsdoc.report.Amount;
import dev.wsdoc.report.Printable;
import dev.wsdoc.talk.Said;
import dev.wsdoc.talk.TalkEnd;
import dev.wsdoc.talk.TalkListener;
import dev.wsdoc.talk.Transcript;
import dev.wsdoc.talk.Turn;
import dev.wsdoc.talk.Turn.Speaker;
import dev.wsdoc.wire.frame.Opcode;
import dev.wsdoc.wire.handshake.UpgradeResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** What happens in a talk by hand: on the screen, into the transcript and the recording. Called on the talk's loop. */
final class LiveEvents implements TalkListener {
    private static final int MOST_KEPT = 8 * 1024 * 1024; // a longer message is not kept for /save

    private final LiveScreen screen;
    private final Transcript transcript;
    private final TurnTap tap;
    private final Pings pings;
    private final CompletableFuture<TalkEnd> ended = new CompletableFuture<>();

    /** Whether the server's pings are shown. */
    enum Pings {
        SHOWN,
        HIDDEN
    }

    LiveEvents(LiveScreen screen, Transcript transcript, TurnTap tap, Pings pings) {
        this.screen = screen;
        this.transcript = transcript;
        this.tap = tap;
        this.pings = pings;
    }

    /** Completes with how it ended. */
    CompletableFuture<TalkEnd> ended() {
        return ended;
    }

    @Override
    public void answered(UpgradeResponse response) {
        transcript.begin(response);
        tap.begin(response);
        screen.note("* connected" + Printable.line(ServerTerms.of(response)) + "; /help lists what you can do");
    }

    @Override
    public void said(Opcode opcode, ByteBuffer payload) {
        keep(Speaker.US, opcode, payload);
    }

    @Override
    public void heard(Opcode opcode, ByteBuffer payload, long roundTrip) {
        int size = payload.remaining();
        Instant now = Instant.now();
        if (screen.hasRoom()) {
            Said head = Said.copyOf(opcode, payload.slice(payload.position(), Math.min(size, MessageText.MOST_READ)));
            screen.show(new Came(now, head, size, roundTrip));
        } else {
            screen.hide(size);
        }
        keep(Speaker.SERVER, opcode, payload);
    }

    private void keep(Speaker speaker, Opcode opcode, ByteBuffer payload) {
        if (payload.remaining() <= MOST_KEPT || tap.isWanted()) {
            Turn turn = new Turn(speaker, Instant.now(), Said.copyOf(opcode, payload));
            tap.put(turn);
            if (payload.remaining() <= MOST_KEPT) {
                transcript.add(turn);
            }
        }
    }

    @Override
    public void pinged(ByteBuffer payload) {
        if (pings == Pings.SHOWN && screen.hasRoom()) {
            screen.note("* the server pinged" + quoted(payload));
        }
    }

    @Override
    public void ponged(ByteBuffer payload, long roundTrip) {
        if (roundTrip >= 0) {
            screen.note("* pong after " + Amount.millis(roundTrip / 1e6));
        } else if (screen.hasRoom()) {
            screen.note("* a pong that answers no ping" + quoted(payload));
        }
    }

    private static String quoted(ByteBuffer payload) {
        String text = StandardCharsets.UTF_8.decode(payload.duplicate()).toString();
        return text.isEmpty() ? "" : " '" + Printable.line(text) + "'";
    }

    @Override
    public void ended(TalkEnd ending) {
        ended.complete(ending);
    }
}
