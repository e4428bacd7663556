package dev.wsdoc.chaos.observe;

import dev.wsdoc.evidence.PortSockets;
import dev.wsdoc.evidence.ProcessFigures;
import dev.wsdoc.evidence.ServerProcess;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The server's process during the experiment. Owned by the experiment's thread. */
public final class ProcessWatch {
    private static final long LOOK_NANOS = Duration.ofMillis(100).toNanos();
    private static final long LAST_BREATH_MS =
            500; // the kernel closes the sockets of a dying process before it is gone

    private final ServerProcess process;
    private final int port;
    private long lastLook;

    public ProcessWatch(ServerProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Now and then looks whether the process is alive. */
    public void tick(long now) {
        if (now - lastLook >= LOOK_NANOS) {
            lastLook = now;
            if (!process.isAlive()) {
                throw new ServerDiedException(process.obituary());
            }
        }
    }

    /** Whether it is dead, or dies within half a second. */
    public boolean isDying() {
        return process.endsWithin(LAST_BREATH_MS);
    }

    /** How it ended. */
    public String obituary() {
        return process.obituary();
    }

    public long pid() {
        return process.pid();
    }

    /** The figures now; null when the process is gone. */
    @Nullable
    public ProcessSample sample() {
        ProcessFigures figures = process.measure();
        return figures == null ? null : new ProcessSample(figures, process.sockets(port));
    }

    /** What was seen of the process and its port at one moment. */
    public record ProcessSample(ProcessFigures figures, PortSockets sockets) {
        /** So many descriptors more than before are no leak. */
        public static final int SPARE_DESCRIPTORS = 2;

        /** Whether nothing more is to be waited for: the exact figures are back, memory is what it is. */
        public boolean isRestoredTo(ProcessSample before) {
            return figures.descriptors() <= before.figures.descriptors() + SPARE_DESCRIPTORS
                    && sockets.closeWait() <= before.sockets.closeWait();
        }
    }
}
