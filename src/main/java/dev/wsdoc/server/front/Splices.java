package dev.wsdoc.server.front;

import dev.wsdoc.net.EventLoop;
import dev.wsdoc.server.engine.Deadlines;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/** The connections that are passed on to the HTTP side: a bounded number, each with an idle deadline. Loop thread only. */
public final class Splices {
    /** The most there may be at a time; below the 200 idle connections that the JDK's server keeps. */
    public static final int MOST = 128;

    private static final Duration IDLE = Duration.ofSeconds(30);

    private final EventLoop loop;
    private final InetSocketAddress inner;
    private final Callers callers;
    private final Deadlines<Splice> deadlines;

    /** @param inner where the HTTP side listens, on loopback */
    public Splices(EventLoop loop, InetSocketAddress inner, Callers callers) {
        this.loop = loop;
        this.inner = inner;
        this.callers = callers;
        this.deadlines = new Deadlines<>(loop, IDLE, Splice::close);
    }

    boolean isFull() {
        return deadlines.size() >= MOST;
    }

    /** Passes on what came so far, and then whatever either side sends. */
    void open(SocketChannel outer, SelectionKey outerKey, InetSocketAddress caller, ByteBuffer first) {
        Splice splice = new Splice(this, loop, outer, outerKey, caller, first);
        deadlines.start(splice);
        splice.connect(inner);
    }

    Callers callers() {
        return callers;
    }

    void active(Splice splice) {
        deadlines.start(splice);
    }

    void closed(Splice splice) {
        deadlines.remove(splice);
    }

    /** Closes all of them. */
    public void close() {
        deadlines.all().forEach(Splice::close);
    }
}
