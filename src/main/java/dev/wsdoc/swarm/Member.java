package dev.wsdoc.swarm;

import dev.wsdoc.wire.frame.FrameWriter;
import dev.wsdoc.wire.frame.Opcode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * One client connection of the swarm and what it can be told to do: it answers pings and closes as a good client does, until a
 * fault makes it do otherwise. Every method is for its loop's thread; {@link Swarm#each} gets one there.
 */
public final class Member extends MemberState {

    Member(int index, SwarmLoop loop, MemberSocket socket, MemberListener listener, Connecting connecting) {
        super(index, loop, socket, listener, connecting);
    }

    public void sendText(String text) {
        send(Opcode.TEXT, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The same, for one to which nothing was done and which is still there. */
    public void say(String text) {
        if (isOpen() && afflictedAt() == 0) {
            sendText(text);
        }
    }

    public void ping(ByteBuffer payload) {
        send(Opcode.PING, payload);
    }

    /** Sends one well-formed frame, a compressed one where that was agreed on; does nothing once the connection has ended. */
    public void send(Opcode opcode, ByteBuffer payload) {
        write(
                compresses() && !opcode.isControl()
                        ? loop.deflation.frame(opcode, payload, loop.mask())
                        : loop.frame(opcode, payload));
    }

    /** Sends bytes as they are, well-formed or not. */
    public void write(ByteBuffer bytes) {
        if (hasEnded()) {
            return;
        }
        try {
            if (!socket.write(bytes)) {
                endedBy(SocketEnd.OVERFLOWED);
            }
        } catch (IOException e) {
            endedBy(SocketEnd.RESET);
        }
    }

    /** Answers a ping; of those that wait, the newest is enough: RFC 6455 section 5.5.3. */
    void pong(ByteBuffer payload) {
        if (hasEnded()) {
            return;
        }
        try {
            socket.writePong(loop.frame(Opcode.PONG, payload));
        } catch (IOException e) {
            endedBy(SocketEnd.RESET);
        }
    }

    /** Sends bytes as a fault: they are what the victim suffers from. */
    public void inject(ByteBuffer bytes) {
        afflicted();
        write(bytes);
    }

    /** Does something later, on its loop, if the connection has not ended by then. */
    public void later(Duration delay, Runnable action) {
        loop.events.schedule(delay, () -> {
            if (!hasEnded()) {
                loop.memberEvents.guard(this, action);
            }
        });
    }

    /** Begins the closing handshake: RFC 6455 section 7.1.2. The server is to end the connection. */
    public void close(int code, String reason) {
        afflicted();
        silenced(); // nothing follows a close frame: RFC 6455 section 5.5.1
        write(FrameWriter.close(code, reason, loop.mask()));
    }

    /** Ends the connection with a TCP reset. */
    public void reset() {
        afflicted();
        ended(SocketEnd.LOCAL);
        socket.reset();
    }

    /** Closes the socket without a close frame: the server sees a FIN. */
    public void drop() {
        afflicted();
        ended(SocketEnd.LOCAL);
        socket.drainAndClose(loop);
    }

    /** Sends a FIN, goes on reading, and answers nothing any more. */
    public void halfClose() {
        afflicted();
        silenced();
        try {
            socket.endOutput();
        } catch (IOException e) {
            endedBy(SocketEnd.RESET);
        }
    }

    /** Stops reading and answering; the socket stays open. */
    public void freeze() {
        afflicted();
        silenced();
        socket.stopReading();
    }

    /** Answers no ping and no close from now on. */
    public void fallSilent() {
        silenced();
    }

    /** Reads again, but answers nothing, to see what the server did meanwhile. */
    public void thaw() {
        fallSilent();
        socket.resumeReading(this);
    }

    /** Lets the server wait: nothing is read until {@link #resumeReading}. Not a fault: whoever reads slowly does so. */
    public void pauseReading() {
        socket.stopReading();
    }

    /** Reads on after {@link #pauseReading}, and answers as before. */
    public void resumeReading() {
        if (!hasEnded()) {
            socket.resumeReading(this);
        }
    }

    /** Reads and answers again, as a phone that is out of its tunnel. */
    public void recover() {
        answersAgain();
        resumeReading();
    }

    /** The end came from elsewhere, so the listener is told. */
    void endedBy(SocketEnd how) {
        if (ended(how)) {
            socket.close();
            listener.ended(this);
        }
    }
}
