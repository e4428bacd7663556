package dev.wsdoc.cli.connect;

import dev.wsdoc.cli.command.CommandFailure;
import dev.wsdoc.cli.framing.Framing;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a talk goes in a pipe. */
final class PipeOptions {
    private static final Duration LINGER = Duration.ofSeconds(1);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

    @Option(
            names = "--binary",
            description = "Say binary messages: what is read at once (up to 64 KiB), or with --null up to the next NUL;"
                    + " what comes is written as bytes, with nothing between messages.")
    private boolean binary;

    @Option(
            names = {"-0", "--null"},
            description = "Messages end with a NUL instead of a line feed, and may have several lines.")
    private boolean nulls;

    @Option(
            names = "--json-lines",
            description = "Messages are JSON objects on a line, such as {\"type\":\"text\",\"data\":\"hi\"} or"
                    + " {\"type\":\"binary\",\"base64\":\"AP8=\"}.")
    private boolean jsonLines;

    @Option(
            names = {"-1", "--one"},
            description = "End after the first message that comes; without one for 10s (or --linger), with 3.")
    private boolean one;

    @Option(
            names = "--linger",
            paramLabel = "TIME",
            description = "How long to listen on once the input has ended (default: 1s).")
    private @Nullable Duration linger;

    /** What a message is. */
    Framing framing() {
        if (jsonLines && (binary || nulls)) {
            throw CommandFailure.wrongUsage("--json-lines says what a message is, and so do --binary and --null");
        }
        if (jsonLines) {
            return Framing.JSON_LINES;
        }
        if (binary) {
            return nulls ? Framing.BINARY_NULLS : Framing.BLOCKS;
        }
        return nulls ? Framing.NULLS : Framing.LINES;
    }

    /** Whether any of them asks for the form of a pipe, even on a terminal. */
    boolean isGiven() {
        return binary || nulls || jsonLines || one || linger != null;
    }

    boolean wantsOne() {
        return one;
    }

    PipePlan plan(@Nullable Backoff reconnect) {
        return new PipePlan(
                linger == null ? LINGER : linger, one ? (linger == null ? ANSWER_WITHIN : linger) : null, reconnect);
    }
}
