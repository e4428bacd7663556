package dev.wsdoc.wire;

import dev.wsdoc.wire.frame.DeflateTerms;
import dev.wsdoc.wire.frame.FrameReader;
import dev.wsdoc.wire.frame.WireState;
import dev.wsdoc.wire.handshake.AcceptKey;
import dev.wsdoc.wire.handshake.HandshakeReader;
import dev.wsdoc.wire.handshake.Offer;
import dev.wsdoc.wire.handshake.UpgradeOutcome;
import dev.wsdoc.wire.handshake.UpgradeRefusal;
import dev.wsdoc.wire.handshake.UpgradeResponse;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The client side of one WebSocket connection: takes the bytes that its server sent and tells a {@link WireListener} what
 * they mean (RFC 6455). It writes nothing; pongs and the answer to a close are its user's. Owned by one thread; an idle open
 * connection holds about 100 bytes and no buffer.
 */
public final class ClientProtocol {

    private final int maxMessageBytes;
    private @Nullable HandshakeReader handshake;
    private @Nullable FrameReader frames;
    private boolean ended;

    /** A connection whose request carried this nonce (16 bytes, not to be changed meanwhile) and offered nothing. */
    public ClientProtocol(byte[] nonce16, WireLimits limits) {
        this(nonce16, limits, Offer.NOTHING);
    }

    /** A connection whose request made this offer. */
    public ClientProtocol(byte[] nonce16, WireLimits limits, Offer offer) {
        handshake = new HandshakeReader(nonce16, offer, limits.maxHeadBytes());
        maxMessageBytes = limits.maxMessageBytes();
    }

    /** Where the connection stands. */
    public WireState state() {
        if (handshake != null) {
            return WireState.CONNECTING;
        }
        if (frames == null) {
            return WireState.FAILED;
        }
        return ended ? WireState.ENDED : frames.state();
    }

    /**
     * Takes all remaining bytes of {@code in}, any number of messages or any piece of one, and keeps no reference to it.
     * Bytes after a refusal, a violation, the close frame (RFC 6455 1.4) or the end are discarded.
     *
     * @param accept the calling thread's, used while connecting
     */
    public void receive(ByteBuffer in, AcceptKey accept, WireListener listener) {
        if (handshake != null) {
            connect(handshake, in, accept, listener);
        }
        if (frames != null && !ended) {
            frames.read(in, listener);
        }
        in.position(in.limit());
    }

    /** The server ended its side; after a refusal or a violation, and when repeated, this means nothing. */
    public void endOfInput(WireListener listener) {
        HandshakeReader unanswered = handshake;
        if (unanswered != null) {
            handshake = null;
            listener.refused(unanswered.cut());
        } else if (state() == WireState.OPEN || state() == WireState.CLOSING) {
            ended = true;
            listener.ended();
        }
    }

    /** The connection is over, however it ended: what still comes means nothing. */
    public void abandon() {
        ended = true;
        if (frames != null) {
            frames.abandon();
        }
    }

    /** Whether both sides may compress messages: RFC 7692. */
    public boolean compresses() {
        return frames != null && frames.compresses();
    }

    /** The judge let pass only what was offered. */
    private static @Nullable DeflateTerms terms(UpgradeResponse response) {
        String extensions = response.joined("Sec-WebSocket-Extensions");
        return extensions == null ? null : DeflateTerms.parse(extensions);
    }

    private void connect(HandshakeReader pending, ByteBuffer in, AcceptKey accept, WireListener listener) {
        UpgradeOutcome answer = pending.receive(in, accept);
        if (answer instanceof UpgradeResponse response) {
            handshake = null;
            frames = new FrameReader(maxMessageBytes, terms(response));
            listener.opened(response);
        } else if (answer instanceof UpgradeRefusal refusal) {
            handshake = null;
            listener.refused(refusal);
        }
    }
}
