package dev.wsdoc.talk;

import dev.wsdoc.wire.frame.Opcode;
import dev.wsdoc.wire.handshake.UpgradeResponse;
import java.nio.ByteBuffer;

/** What happens in a talk; called on its loop's thread, which is not to be held up. Buffers are valid only during the call. */
public interface TalkListener {
    /** No answer to what was said: nothing was said before it, or an answer came already. */
    long NO_ROUND_TRIP = -1;

    /** The server switched protocols. */
    default void answered(UpgradeResponse response) {}

    /** A message went out. */
    default void said(Opcode opcode, ByteBuffer payload) {}

    /**
     * A message came.
     *
     * @param roundTrip nanoseconds since what was said last, for the first message after it; else {@link #NO_ROUND_TRIP}
     */
    default void heard(Opcode opcode, ByteBuffer payload, long roundTrip) {}

    /** The server pinged. */
    default void pinged(ByteBuffer payload) {}

    /**
     * A pong came.
     *
     * @param roundTrip nanoseconds since the ping that it answers, or {@link #NO_ROUND_TRIP}
     */
    default void ponged(ByteBuffer payload, long roundTrip) {}

    /** It is over; nothing follows. */
    default void ended(TalkEnd ending) {}
}
