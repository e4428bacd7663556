package dev.wsdoc.wire;

import dev.wsdoc.wire.frame.FrameListener;
import dev.wsdoc.wire.handshake.UpgradeRefusal;
import dev.wsdoc.wire.handshake.UpgradeResponse;

/**
 * What a connection's bytes turned out to mean. Called during {@link ClientProtocol#receive} and {@link
 * ClientProtocol#endOfInput} on the caller's thread; {@link ClientProtocol#state} is up to date already. Every buffer is
 * valid only during the call: whoever wants to keep the bytes copies them. An exception thrown here leaves the connection
 * unusable.
 */
public interface WireListener extends FrameListener {
    /** The server switched protocols with the right accept key: 101. */
    void opened(UpgradeResponse response);

    /** Anything but {@link #opened}; the connection is over. */
    void refused(UpgradeRefusal refusal);

    /** The server ended its side after {@link #opened}, with a close frame before or without; never after a violation. */
    void ended();
}
