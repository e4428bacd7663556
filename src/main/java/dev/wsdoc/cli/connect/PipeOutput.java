package dev.wsdoc.cli.connect;

import dev.wsdoc.cli.terminal.Console;
import dev.wsdoc.report.Printable;
import dev.wsdoc.talk.Said;
import dev.wsdoc.talk.Talk;
import dev.wsdoc.talk.TalkEnd;
import dev.wsdoc.talk.TalkListener;
import dev.wsdoc.talk.Turn;
import dev.wsdoc.talk.Turn.Speaker;
import dev.wsdoc.talk.TurnSink;
import dev.wsdoc.wire.frame.Opcode;
import dev.wsdoc.wire.handshake.UpgradeResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;

/** What a script's talk brings: messages to stdout and into the recording, the rest to the state. Called on the talk's loop. */
final class PipeOutput implements TalkListener {
    private final Console console;
    private final TurnSink sink;
    private final TurnTap tap;
    private final Detail detail;
    private PipeState state = new PipeState();
    private boolean isFull;

    /** How much is written. */
    enum Detail {
        /** Every message. */
        MESSAGES,
        /** Every message, and on stderr what the server does besides. */
        EVERYTHING,
        /** The first message. */
        ONE_MESSAGE
    }

    PipeOutput(Console console, TurnSink sink, TurnTap tap, Detail detail) {
        this.console = console;
        this.sink = sink;
        this.tap = tap;
        this.detail = detail;
    }

    /** Where to tell what happens. */
    void tells(PipeState other) {
        state = other;
    }

    /** Whom to let wait when stdout is slow. */
    void pauses(Talk current) {
        tap.pauses(current);
    }

    @Override
    public void answered(UpgradeResponse response) {
        tap.begin(response);
        if (detail == Detail.EVERYTHING) {
            tell("connected" + ServerTerms.of(response));
        }
    }

    @Override
    public void said(Opcode opcode, ByteBuffer payload) {
        if (tap.isWanted()) {
            tap.put(new Turn(Speaker.US, Instant.now(), Said.copyOf(opcode, payload)));
        }
    }

    @Override
    public void heard(Opcode opcode, ByteBuffer payload, long roundTrip) {
        if (isFull) {
            return;
        }
        isFull = detail == Detail.ONE_MESSAGE;
        Turn turn = new Turn(Speaker.SERVER, Instant.now(), Said.copyOf(opcode, payload));
        tap.put(turn, () -> sink.write(turn));
        state.answered();
    }

    @Override
    public void pinged(ByteBuffer payload) {
        if (detail == Detail.EVERYTHING) {
            tell("the server pinged");
        }
    }

    @Override
    public void ended(TalkEnd ending) {
        state.ended(ending);
    }

    private void tell(String line) {
        console.err().println("wsdoc: " + Printable.line(line));
    }

    /** Whether nobody reads any more. */
    boolean isGone() {
        return tap.isBroken() || console.isOutputGone();
    }

    /** Writes what waits. */
    void finish(long millis) throws IOException, InterruptedException {
        tap.finish(millis);
    }
}
