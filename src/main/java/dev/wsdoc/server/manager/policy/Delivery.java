package dev.wsdoc.server.manager.policy;

import dev.wsdoc.server.manager.connection.Connection;
import java.nio.ByteBuffer;

/** Whether the server does send what it should, and in what words: always, on a healthy one. Loop thread only. */
public interface Delivery {
    /** Whether this message is sent to this receiver. */
    default boolean delivers(Connection receiver) {
        return true;
    }

    /** Whether pings are answered. */
    default boolean answersPings() {
        return true;
    }

    /** What is sent for a message: the frame as it came, or another one. */
    default ByteBuffer worded(Connection sender, ByteBuffer frame) {
        return frame;
    }

    /** Everything is sent. */
    static Delivery complete() {
        return new Delivery() {};
    }
}
