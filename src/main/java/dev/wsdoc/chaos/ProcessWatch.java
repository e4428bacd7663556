package dev.wsdoc.chaos;

import dev.wsdoc.evidence.PortSockets;
import dev.wsdoc.evidence.ProcessFigures;
import dev.wsdoc.evidence.ServerProcess;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The server's process during the experiment. Owned by the experiment's thread. */
final class ProcessWatch {
    private static final long LOOK_NANOS = Duration.ofMillis(100).toNanos();
    private static final long LAST_BREATH_MS =
            500; // the kernel closes the sockets of a dying process before it is gone

    private final ServerProcess process;
    private final int port;
    private long lastLook;

    ProcessWatch(ServerProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Now and then looks whether the process is alive. */
    void tick(long now) {
        if (now - lastLook >= LOOK_NANOS) {
            lastLook = now;
            if (!process.isAlive()) {
                throw new ServerDiedException(process.obituary());
            }
        }
    }

    /** Whether it is dead, or dies within half a second. */
    boolean isDying() {
        return process.endsWithin(LAST_BREATH_MS);
    }

    /** How it ended. */
    String obituary() {
        return process.obituary();
    }

    long pid() {
        return process.pid();
    }

    /** The figures now; null when the process is gone. */
    @Nullable
    ProcessSample sample() {
        ProcessFigures figures = process.measure();
        return figures == null ? null : new ProcessSample(figures, process.sockets(port));
    }

    /** What was seen of the process and its port at one moment. */
    record ProcessSample(ProcessFigures figures, PortSockets sockets) {}
}
