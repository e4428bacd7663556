package dev.wsdoc.cli.serve;

import dev.wsdoc.cli.command.CommandFailure;
import dev.wsdoc.server.LogFormat;
import dev.wsdoc.server.LogTarget;
import dev.wsdoc.server.ServerLog;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;
import picocli.CommandLine.Option;

/** Where and how the reference server logs. */
final class LogOptions {

    @Option(names = "--log-file", paramLabel = "FILE", description = "Append the log to FILE (default: stderr).")
    private @Nullable String file;

    @Option(
            names = "--log-level",
            paramLabel = "LEVEL",
            defaultValue = "INFO",
            description = "ERROR, WARN, INFO, DEBUG or TRACE (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets the default
    private Level level;

    @Option(
            names = "--log-format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets the default
    private LogFormat format;

    /**
     * Opens the log.
     *
     * @param err where it is told, once, that it cannot be written any more
     * @throws IOException with one line that says why the file cannot be written
     */
    ServerLog open(PrintWriter err) throws IOException {
        return ServerLog.open(
                target(),
                level,
                format,
                reason -> err.println("wsdoc: the log file " + file + " cannot be written: " + reason
                        + "; what the server says is lost until it can"));
    }

    private LogTarget target() {
        if (file == null) {
            return LogTarget.Stream.STDERR;
        }
        try {
            return new LogTarget.File(Path.of(file));
        } catch (InvalidPathException e) {
            throw CommandFailure.wrongUsage("--log-file '" + file + "' is not a file name: " + e.getReason());
        }
    }
}
