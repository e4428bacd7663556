package dev.wsdoc.evidence;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A shell command in a process group of its own, which is ended with everything that it started: by {@link #close}, and
 * also when this process dies first, however it dies. For that a guard, a second shell, waits for the end of a pipe that
 * only this process holds; then it sends TERM to the group and, 5 s later, KILL to whoever is left.
 */
public final class ProcessGroup implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessGroup.class);
    private static final File NOWHERE = new File("/dev/null");
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final long KILLED_WITHIN_MS = 500;
    private static final String KILL = "kill -s KILL -- -$1 2>/dev/null";

    /** Makes its command the leader of a new group; without any of these, only the shell itself can be ended. */
    private static final String LEAD = "if command -v setsid >/dev/null; then exec setsid sh -c \"$1\"; fi;"
            + " if command -v perl >/dev/null; then exec perl -e 'setpgrp(0,0); exec @ARGV' sh -c \"$1\"; fi;"
            + " exec sh -c \"$1\"";

    private static final String GUARD = "trap '' INT TERM HUP; cat >/dev/null;"
            + " g=-$1; kill -s TERM -- $g 2>/dev/null || { g=$1; kill -s TERM -- $g 2>/dev/null || exit 0; };"
            + " n=0; while kill -s 0 -- $g 2>/dev/null && [ $n -lt 50 ]; do sleep 0.1; n=$((n+1)); done;"
            + " kill -s KILL -- $g 2>/dev/null; exit 0";

    private final Process process;
    private final Process guard;

    private ProcessGroup(Process process, Process guard) {
        this.process = process;
        this.guard = guard;
    }

    /**
     * Runs the command, its standard error with its standard output, its standard input empty.
     *
     * @throws IOException when there is no shell
     */
    public static ProcessGroup start(String command, Redirect output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", LEAD, "sh", command)
                .redirectErrorStream(true)
                .redirectOutput(output);
        if (NOWHERE.exists()) {
            builder.redirectInput(NOWHERE);
        }
        builder.environment().putIfAbsent("PYTHONUNBUFFERED", "1"); // else Python's lines come when 8 KiB are full
        Process process = builder.start();
        try {
            return new ProcessGroup(process, guard(process.pid()));
        } catch (IOException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static Process guard(long group) throws IOException {
        return new ProcessBuilder(List.of("sh", "-c", GUARD, "wsdoc-guard", String.valueOf(group)))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
    }

    private static void kill(long group) throws IOException, InterruptedException {
        Process killer = new ProcessBuilder(List.of("sh", "-c", KILL, "wsdoc-kill", String.valueOf(group)))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
        if (!killer.waitFor(KILLED_WITHIN_MS, TimeUnit.MILLISECONDS)) {
            LOG.debug("Process group {} could not be ended yet", group);
        }
    }

    /** The command's own process. */
    public Process process() {
        return process;
    }

    /** Ends the whole group: waits up to 8 s for that. */
    @Override
    public void close() {
        close(PATIENCE);
    }

    /** Ends the whole group, by force whoever has not ended when the patience is over. */
    public void close(Duration patience) {
        List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
        try {
            guard.getOutputStream().close();
            if (!guard.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("Process group {} did not end within {}", process.pid(), patience);
                kill(process.pid());
            }
        } catch (IOException e) {
            LOG.debug("The guard of {} went away", process.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        family.forEach(ProcessHandle::destroyForcibly); // where there are no process groups
        process.destroyForcibly();
    }
}
