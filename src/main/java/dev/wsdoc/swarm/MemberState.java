package dev.wsdoc.swarm;

import dev.wsdoc.wire.ClientProtocol;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a member: what it is made of, and what has happened to it. One object with the member itself, so that
 * idle ones are small; owned by the member's loop.
 */
public abstract sealed class MemberState permits Member {
    final SwarmLoop loop;
    final MemberSocket socket;
    final MemberListener listener;
    private final int index;
    private @Nullable Connecting connecting;
    private @Nullable ClientProtocol protocol;
    private @Nullable RawExchange exchange; // set when it came without a WebSocket handshake
    private @Nullable String connectionId;
    private @Nullable Greeting greeting; // while it says hello
    private boolean silent; // answers no ping and no close any more
    private SocketEnd end = SocketEnd.NONE;
    private int closeCode;
    private String closeReason = "";
    private int pings;
    private int pongs;
    private long openedAt;
    private long afflictedAt;
    private long endedAt;

    MemberState(int index, SwarmLoop loop, MemberSocket socket, MemberListener listener, Connecting connecting) {
        this.index = index;
        this.loop = loop;
        this.socket = socket;
        this.listener = listener;
        this.connecting = connecting;
    }

    /** Its place in its cohort, from 0. */
    public int index() {
        return index;
    }

    /** What the server calls this connection in its X-Connection-Id header; null when it says nothing. */
    public @Nullable String connectionId() {
        return connectionId;
    }

    /** The port that it came from, by which servers often name it; 0 when it never connected. Settled once it is open. */
    public int localPort() {
        return socket.localPort();
    }

    public boolean isOpen() {
        return !hasEnded() && connecting == null;
    }

    public SocketEnd end() {
        return end;
    }

    /** The code of the server's close frame (RFC 6455 section 7.4); 0 when none came. */
    public int closeCode() {
        return closeCode;
    }

    /** The reason in the server's close frame, whatever characters it has; empty when there was none. */
    public String closeReason() {
        return closeReason;
    }

    /** When it was open for use, in {@link System#nanoTime} terms; 0 when it never was. */
    public long openedAt() {
        return openedAt;
    }

    /** When the fault was inflicted, in {@link System#nanoTime} terms; 0 when none was. */
    public long afflictedAt() {
        return afflictedAt;
    }

    /** When the end was seen, in {@link System#nanoTime} terms; 0 when it was not. */
    public long endedAt() {
        return endedAt;
    }

    /** The clock of {@link #afflictedAt} and {@link #endedAt}. */
    public long now() {
        return loop.events.now();
    }

    /** The ends of its connection, as the system knows it; null once its socket is closed. */
    public @Nullable SocketPair pair() {
        return socket.pair();
    }

    /** How many pings came. */
    public int pings() {
        return pings;
    }

    /** How many pongs came. */
    public int pongs() {
        return pongs;
    }

    /** Whether the server agreed to permessage-deflate (RFC 7692). */
    public boolean compresses() {
        return protocol != null && protocol.compresses();
    }

    /** Whether something waits for the socket to take it. */
    public boolean hasUnsent() {
        return socket.hasUnsent();
    }

    /** The beginning of what the server wrote to a connection without a handshake, at most 4 kB as Latin-1; else empty. */
    public String answer() {
        return exchange == null ? "" : exchange.answer();
    }

    /**
     * The upgrade request that a good client would make here, for those that came without.
     *
     * @throws IllegalStateException when this one made its handshake
     */
    public byte[] upgradeRequest() {
        if (exchange == null) {
            throw new IllegalStateException("member " + index + " came with a handshake");
        }
        return exchange.request();
    }

    boolean hasEnded() {
        return end != SocketEnd.NONE;
    }

    boolean isSilent() {
        return silent;
    }

    /** What it needs until it is open; null afterwards. */
    @Nullable
    Connecting connecting() {
        return connecting;
    }

    @Nullable
    ClientProtocol protocol() {
        return protocol;
    }

    @Nullable
    RawExchange exchange() {
        return exchange;
    }

    /** What it says first; null once that is said. */
    @Nullable
    Greeting greeting() {
        return greeting;
    }

    void greets(@Nullable Greeting by) {
        greeting = by;
    }

    void upgradesBy(ClientProtocol handshake) {
        protocol = handshake;
    }

    void staysRaw(RawExchange exchange) {
        this.exchange = exchange;
    }

    /** No longer on its way in, be it open or failed. */
    void arrived(@Nullable String id) {
        connecting = null;
        connectionId = id;
        openedAt = now();
    }

    /** A fault was inflicted; only the first time counts. */
    void afflicted() {
        if (afflictedAt == 0) {
            afflictedAt = now();
        }
    }

    void silenced() {
        silent = true;
    }

    /** Answers again. */
    void answersAgain() {
        silent = false;
    }

    void closeReceived(int code, String reason) {
        closeCode = code;
        closeReason = reason;
    }

    void pingReceived() {
        pings++;
    }

    void pongReceived() {
        pongs++;
    }

    /** The connection is over; only the first end counts. Returns whether this was it. */
    boolean ended(SocketEnd how) {
        if (hasEnded()) {
            return false;
        }
        end = how;
        endedAt = now();
        if (protocol != null) {
            protocol.abandon();
        }
        return true;
    }
}
