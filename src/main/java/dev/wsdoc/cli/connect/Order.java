package dev.wsdoc.cli.connect;

import dev.wsdoc.fault.Fault;
import dev.wsdoc.talk.Said;
import dev.wsdoc.wire.frame.RawFrame;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** What somebody at the prompt wants done. */
sealed interface Order {
    /** To say something. */
    record Say(Said message) implements Order {}

    /** To ping. */
    record Ping(ByteBuffer payload) implements Order {}

    /** To send a pong that nobody asked for. */
    record Pong(ByteBuffer payload) implements Order {}

    /** To begin the closing handshake. */
    record Close(int code, String reason) implements Order {}

    /** To suffer a fault. */
    record Suffer(Fault fault) implements Order {}

    /** To read again. */
    record Thaw() implements Order {}

    /** To send a frame as it is. */
    record Frame(RawFrame frame) implements Order {}

    /** To see what the talk came to. */
    record Stats() implements Order {}

    /** To write the talk down. */
    record Save(Path file) implements Order {}

    /** To see what there is. */
    record Help() implements Order {}
}
