package dev.wsdoc.cli.chaos;

import dev.wsdoc.cli.command.CommandFailure;
import dev.wsdoc.cli.command.Interruption;
import dev.wsdoc.cli.connection.ServerAddresses;
import dev.wsdoc.evidence.BoundedLog;
import dev.wsdoc.evidence.ProcessGroup;
import dev.wsdoc.evidence.ServerProcess;
import dev.wsdoc.model.Target;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The server that {@code --exec} starts, its output in a file within bounds; ended with everything that it started. */
final class LaunchedServer implements AutoCloseable {
    private static final Duration HURRIED = Duration.ofMillis(500);
    private static final long LOOK_MS = 50;
    private static final int LAST_LINES = 3;
    private static final int LAST_BYTES = 4_096;

    private final String command;
    private final BoundedLog output;
    private final ProcessGroup group;
    private final ServerProcess process;
    private final Interruption interruption;
    private boolean keepsOutput;

    private LaunchedServer(
            String command, BoundedLog output, ProcessGroup group, ServerProcess process, Interruption interruption) {
        this.command = command;
        this.output = output;
        this.group = group;
        this.process = process;
        this.interruption = interruption;
    }

    static LaunchedServer start(String command, Interruption interruption) throws IOException {
        BoundedLog output = BoundedLog.begin(KeptLog.create("exec"), BoundedLog.Bounds.DEFAULT);
        try {
            ProcessGroup group = ProcessGroup.start(
                    command,
                    Redirect.appendTo(output.file().toFile())); // else writers overwrite others, and cuts do not hold
            return new LaunchedServer(command, output, group, ServerProcess.of(group.process()), interruption);
        } catch (IOException e) {
            output.close();
            Files.deleteIfExists(output.file());
            throw e;
        }
    }

    /** Refuses a URL that is served already: it would be examined in place of the server that is to be started. */
    static void refuseServed(Target target, ServerAddresses addresses) {
        if (addresses.accepting() != null) {
            throw CommandFailure.couldNotRun("cannot start a server for " + target
                    + ": somebody accepts connections there already; stop that one, or leave --exec out");
        }
    }

    /**
     * Waits until the server accepts connections; its end, or none within the limit, ends the command.
     *
     * @return where it accepts them
     */
    InetSocketAddress awaitReady(Target target, ServerAddresses addresses, Duration limit) throws IOException {
        long start = System.nanoTime();
        InetSocketAddress accepting = addresses.accepting();
        while (accepting == null) {
            if (interruption.isAsked()) {
                throw CommandFailure.interrupted("interrupted while '" + command + "' was starting");
            }
            refuseDead(target);
            if (System.nanoTime() - start >= limit.toNanos()) {
                throw CommandFailure.couldNotRun("'" + command + "' did not accept connections at " + target
                        + " within " + limit.toMillis() / 1_000.0 + " s (--ready-within)" + lastWords());
            }
            accepting = addresses.accepting();
        }
        refuseDead(target);
        return accepting;
    }

    private void refuseDead(Target target) throws IOException {
        try {
            if (group.process().waitFor(LOOK_MS, TimeUnit.MILLISECONDS)) {
                throw CommandFailure.couldNotRun("'" + command + "' ended with exit code "
                        + group.process().exitValue() + " before it accepted connections at " + target + lastWords());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.interrupted("interrupted while '" + command + "' was starting");
        }
    }

    /** The end of its output, for one line. */
    private String lastWords() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(output.file().toFile(), "r")) {
            file.seek(Math.max(0, file.length() - LAST_BYTES));
            byte[] bytes = new byte[LAST_BYTES];
            int count = Math.max(0, file.read(bytes));
            List<String> lines = new String(bytes, 0, count, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
            keepsOutput = !lines.isEmpty();
            return lines.isEmpty()
                    ? "; it printed nothing"
                    : "; its last output: "
                            + lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()).stream()
                                    .map(String::strip)
                                    .collect(Collectors.joining(" | "))
                            + " (more of it: " + output.file() + ")";
        }
    }

    /** What it writes. */
    BoundedLog output() {
        return output;
    }

    ServerProcess process() {
        return process;
    }

    /** Lets the output outlive the server, which otherwise takes it along; says where it is. */
    Path keepOutput() {
        keepsOutput = true;
        return output.file();
    }

    /** Who interrupts wants an end soon. */
    @Override
    public void close() throws IOException {
        if (interruption.isAsked()) {
            group.close(HURRIED);
        } else {
            group.close();
        }
        output.close();
        if (!keepsOutput) {
            Files.deleteIfExists(output.file());
        }
    }
}
