package dev.wsdoc.talk;

import java.io.IOException;

/** Where the turns of a talk are written to. Used by one thread. */
public interface TurnSink {
    void write(Turn turn) throws IOException;

    /** Nothing more is there at the moment. */
    default void flush() throws IOException {}
}
