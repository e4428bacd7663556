package dev.wsdoc.evidence;

import dev.wsdoc.evidence.ProcessFigures.One;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import oshi.SystemInfo;
import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;

/**
 * The process that a server runs in, with its descendants. On Linux its figures come from /proc; elsewhere through oshi, which is
 * loaded at the first measurement: that takes about a second. Owned by one thread.
 */
public final class ServerProcess {
    private static final int SIGNALLED = 128; // what shells and Java add to the signal's number
    private static final int MOST_SIGNALS = 31;
    private static final long OWN_PID = ProcessHandle.current().pid();

    private final ProcessHandle root;
    private final @Nullable Process started; // here, so that its exit code can be known
    private @Nullable OperatingSystem system;

    private ServerProcess(ProcessHandle root, @Nullable Process started) {
        this.root = root;
        this.started = started;
    }

    /**
     * The running process of that number.
     *
     * @throws IOException when there is no such process; the message says so
     */
    public static ServerProcess of(long pid) throws IOException {
        ProcessHandle handle = ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .orElseThrow(() -> new IOException("there is no process " + pid));
        return new ServerProcess(handle, null);
    }

    /** A process that was started here. */
    public static ServerProcess of(Process process) {
        return new ServerProcess(process.toHandle(), process);
    }

    public long pid() {
        return root.pid();
    }

    /** Whether the process itself still runs; another that got its number does not count. */
    public boolean isAlive() {
        return root.isAlive();
    }

    /** How it ended, such as {@code the server's process 4711 ended with exit code 1}. */
    public String obituary() {
        String ended = "the server's process " + pid() + " ended";
        if (started == null || started.isAlive()) {
            return ended;
        }
        int code = started.exitValue();
        boolean isSignal = code > SIGNALLED && code <= SIGNALLED + MOST_SIGNALS;
        return ended + (isSignal ? " by signal " + (code - SIGNALLED) : " with exit code " + code);
    }

    /** Waits up to {@code millis} for its end; whether it came. */
    public boolean endsWithin(long millis) {
        try {
            root.onExit().get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return !root.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !root.isAlive();
        }
    }

    /** The figures now; null when the process is gone. */
    public @Nullable ProcessFigures measure() {
        return ProcProcess.isThere(OWN_PID) ? ProcProcess.measure(family()) : measureElsewhere();
    }

    /** Where there is no /proc. */
    @Nullable
    ProcessFigures measureElsewhere() {
        Map<Long, One> each = family().stream()
                .map(pid -> system().getProcess(pid.intValue()))
                .filter(process -> process != null && process.getState() != OSProcess.State.ZOMBIE)
                .collect(Collectors.toMap(process -> (long) process.getProcessID(), ServerProcess::figures));
        return each.isEmpty() ? null : new ProcessFigures(each);
    }

    private static One figures(OSProcess process) {
        long open = process.getOpenFiles();
        return new One(
                open <= 0 ? -1 : open,
                process.getResidentMemory(),
                process.getThreadCount(),
                CollectedRuntimes.includes(process.getProcessID()));
    }

    /** The server's sockets on that port, as the process's own network has them. */
    public PortSockets sockets(int port) {
        return ProcNet.isThere(root.pid())
                ? ProcNet.read(family(), port)
                : PortSockets.of(system().getInternetProtocolStats().getConnections(), port);
    }

    /** The process itself and its descendants; wsdoc and what that started are none of them, if the server started wsdoc. */
    public Set<Long> family() {
        return Stream.concat(Stream.of(root), root.descendants())
                .filter(process -> !isOurs(process))
                .map(ProcessHandle::pid)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private boolean isOurs(ProcessHandle process) {
        return Stream.iterate(Optional.of(process), Optional::isPresent, some -> some.flatMap(ProcessHandle::parent))
                .flatMap(Optional::stream)
                .takeWhile(some -> !some.equals(root))
                .anyMatch(some -> some.pid() == OWN_PID);
    }

    private OperatingSystem system() {
        if (system == null) {
            system = new SystemInfo().getOperatingSystem();
        }
        return system;
    }
}
