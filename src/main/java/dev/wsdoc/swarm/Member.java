package dev.wsdoc.swarm;

import dev.wsdoc.net.tls.TlsFailure;
import dev.wsdoc.wire.ClientProtocol;
import dev.wsdoc.wire.frame.CloseCode;
import dev.wsdoc.wire.frame.FrameWriter;
import dev.wsdoc.wire.frame.Opcode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One client connection of the swarm: it answers pings and closes as a good client does, until a fault makes it do
 * otherwise. Every method is for its loop's thread; {@link Swarm#each} gets one there.
 */
public final class Member {
    private static final String LATE_TLS =
            "no end of the TLS handshake in time; does the server speak TLS on this port?";

    private final int index;
    private final SwarmLoop loop;
    private final MemberSocket socket;
    private final MemberListener listener;
    private @Nullable ClientProtocol protocol;
    private @Nullable Connecting connecting;
    private @Nullable String connectionId;
    private final MemberState life = new MemberState();
    private @Nullable RawExchange talk; // set when it came without a WebSocket handshake
    private boolean silent; // answers no ping and no close any more

    Member(int index, SwarmLoop loop, MemberSocket socket, MemberListener listener, Connecting connecting) {
        this.index = index;
        this.loop = loop;
        this.socket = socket;
        this.listener = listener;
        this.connecting = connecting;
    }

    // --- what is known of it ---

    /** Its place in its cohort, from 0. */
    public int index() {
        return index;
    }

    /** What the server calls this connection in its X-Connection-Id header; null when it says nothing. */
    public @Nullable String connectionId() {
        return connectionId;
    }

    public SocketEnd end() {
        return life.end();
    }

    /** The code of the server's close frame (RFC 6455 section 7.4); 0 when none came. */
    public int closeCode() {
        return life.closeCode();
    }

    /** When the fault was inflicted, in {@link System#nanoTime} terms; 0 when none was. */
    public long afflictedAt() {
        return life.afflictedAt();
    }

    /** When the end was seen, in {@link System#nanoTime} terms; 0 when it was not. */
    public long endedAt() {
        return life.endedAt();
    }

    /** How many pongs came. */
    public int pongs() {
        return life.pongs();
    }

    /** Whether the server agreed to permessage-deflate (RFC 7692). */
    public boolean compresses() {
        return protocol != null && protocol.compresses();
    }

    /** The beginning of what the server wrote to a connection without a handshake, at most 4 kB as Latin-1; else empty. */
    public String answer() {
        return talk == null ? "" : talk.answer();
    }

    /**
     * The upgrade request that a good client would make here, for those that came without.
     *
     * @throws IllegalStateException when this one made its handshake
     */
    public byte[] upgradeRequest() {
        if (talk == null) {
            throw new IllegalStateException("member " + index + " came with a handshake");
        }
        return talk.request();
    }

    /** Whether something waits for the socket to take it. */
    public boolean hasUnsent() {
        return socket.hasUnsent();
    }

    public boolean isOpen() {
        return !life.hasEnded() && connecting == null;
    }

    /** The clock of {@link #afflictedAt} and {@link #endedAt}. */
    public long now() {
        return loop.events.now();
    }

    boolean isSilent() {
        return silent;
    }

    SwarmLoop loop() {
        return loop;
    }

    MemberListener listener() {
        return listener;
    }

    // --- what it can be told to do ---

    public void sendText(String text) {
        send(Opcode.TEXT, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    public void ping(ByteBuffer payload) {
        send(Opcode.PING, payload);
    }

    /** Sends one well-formed frame, a compressed one where that was agreed on; does nothing once the connection has ended. */
    public void send(Opcode opcode, ByteBuffer payload) {
        if (compresses() && !opcode.isControl()) {
            write(loop.deflation.frame(opcode, payload, loop.mask()));
            return;
        }
        int length = FrameWriter.encodedLength(payload.remaining());
        ByteBuffer frame = length <= loop.out.capacity() ? loop.out.clear() : ByteBuffer.allocate(length);
        FrameWriter.write(frame, opcode, payload, loop.mask());
        write(frame.flip());
    }

    /** Sends bytes as they are, well-formed or not. */
    public void write(ByteBuffer bytes) {
        if (life.hasEnded()) {
            return;
        }
        try {
            socket.write(bytes);
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
            if (!life.hasEnded()) {
                action.run();
            }
        });
    }

    /** Begins the closing handshake: RFC 6455 section 7.1.2. The server is to end the connection. */
    public void close(int code, String reason) {
        afflicted();
        silent = true; // nothing follows a close frame: RFC 6455 section 5.5.1
        write(FrameWriter.close(code, reason, loop.mask()));
    }

    /** Ends the connection with a TCP reset. */
    public void reset() {
        afflicted();
        endLocally();
        socket.reset();
    }

    /** Closes the socket without a close frame: the server sees a FIN. */
    public void drop() {
        afflicted();
        endLocally();
        socket.drainAndClose(loop.in);
    }

    /** Sends a FIN, goes on reading, and answers nothing any more. */
    public void halfClose() {
        afflicted();
        silent = true;
        try {
            socket.endOutput();
        } catch (IOException e) {
            endedBy(SocketEnd.RESET);
        }
    }

    /** Stops reading and answering; the socket stays open. */
    public void freeze() {
        afflicted();
        silent = true;
        socket.stopReading();
    }

    /** Answers no ping and no close from now on. */
    public void fallSilent() {
        silent = true;
    }

    /** Reads again, but answers nothing, to see what the server did meanwhile. */
    public void thaw() {
        fallSilent();
        socket.resumeReading();
    }

    private void afflicted() {
        life.afflicted(now());
    }

    private void endLocally() {
        life.ended(SocketEnd.LOCAL, now());
        abandonProtocol();
    }

    private void abandonProtocol() {
        if (protocol != null) {
            protocol.abandon();
        }
    }

    // --- what happens to it ---

    void connect() {
        socket.connect(loop.events, this);
    }

    void connected() throws IOException {
        if (connecting == null) {
            return;
        }
        byte[] nonce = loop.nonce();
        ByteBuffer request = connecting.request(nonce, loop.out);
        if (connecting.upgrades()) {
            protocol = connecting.begin(nonce, loop.limits);
            socket.write(request);
        } else {
            byte[] unsaid = new byte[request.remaining()];
            request.get(unsaid);
            talk = new RawExchange(unsaid);
            opened(null);
        }
    }

    void received(ByteBuffer bytes) {
        if (protocol != null) {
            protocol.receive(bytes, loop.accept, loop.reception.of(this));
        } else if (talk != null) {
            talk.received(bytes);
        }
    }

    void endOfStream() {
        if (protocol != null) {
            protocol.endOfInput(loop.reception.of(this));
        }
        endedBy(SocketEnd.FIN);
    }

    void failed(Exception e) {
        if (connecting == null) {
            endedBy(SocketEnd.RESET);
        } else {
            String text = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            OpenFailure.Kind kind = e instanceof TlsFailure ? OpenFailure.Kind.TLS : OpenFailure.Kind.CONNECT;
            notOpened(new OpenFailure(kind, text, null));
        }
    }

    /** Gives up when the upgrade was not answered in time. */
    void timeOutAt(long now) {
        if (connecting != null && connecting.deadline() - now <= 0) {
            notOpened(
                    socket.isPreparing()
                            ? new OpenFailure(OpenFailure.Kind.TLS, LATE_TLS, null)
                            : new OpenFailure(
                                    OpenFailure.Kind.TIMEOUT, "no answer to the upgrade request in time", null));
        }
    }

    void opened(@Nullable String id) {
        connectionId = id;
        Connecting done = connecting;
        connecting = null;
        if (done != null) {
            done.opened(this);
            listener.opened(this);
        }
    }

    void notOpened(OpenFailure failure) {
        Connecting failed = connecting;
        connecting = null;
        endLocally();
        socket.close();
        if (failed != null) {
            failed.failed(this, failure);
        }
    }

    /** The server's close frame came; a good client answers with its code: RFC 6455 section 5.5.1. */
    void closeReceived(int code) {
        life.closeReceived(code);
        if (!silent) {
            silent = true;
            int answer = CloseCode.onTheWire(code) ? code : CloseCode.NO_STATUS;
            write(FrameWriter.close(answer, "", loop.mask()));
        }
    }

    void pongReceived() {
        life.pongReceived();
    }

    void endedBy(SocketEnd how) {
        if (life.ended(how, now())) {
            abandonProtocol();
            socket.close();
            listener.ended(this);
        }
    }
}
