package dev.wsdoc.cli.connect;

import dev.wsdoc.cli.command.CommandFailure;
import dev.wsdoc.talk.BrowserRequest;
import dev.wsdoc.talk.CurlCommand;
import dev.wsdoc.talk.HarFile;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where to go: to a URL, or to where a browser went. */
final class OriginOptions {
    @Parameters(
            arity = "0..1",
            paramLabel = "URL",
            description =
                    "The server to talk to, such as ws://localhost:8000/ws; not needed with --from-curl or --har.")
    private @Nullable String url;

    @Option(
            names = "--from-curl",
            paramLabel = "'CURL ...'",
            description = "Come as this command does: what browsers give for \"copy as cURL\" (bash).")
    private @Nullable String curl;

    @Option(
            names = "--har",
            paramLabel = "FILE",
            description = "Come as a browser did that recorded this HAR file, and say what it said, at its pace.")
    private @Nullable String har;

    private @Nullable HarFile read;

    /** What the browser did; null where none is asked for. */
    @Nullable
    BrowserRequest request() {
        if (curl != null && har != null) {
            throw CommandFailure.wrongUsage("--from-curl and --har both say how to come; give one of them");
        }
        HarFile recorded = har();
        if (recorded != null) {
            return recorded.request();
        }
        if (curl == null) {
            return null;
        }
        try {
            return CurlCommand.parse(curl);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.wrongUsage("--from-curl: " + e.getMessage());
        }
    }

    boolean hasHar() {
        return har != null;
    }

    /** What a browser recorded; null where none is asked for. */
    @Nullable
    HarFile har() {
        if (har != null && read == null) {
            read = read(har);
        }
        return read;
    }

    private static HarFile read(String file) {
        try {
            return HarFile.read(Path.of(file));
        } catch (InvalidPathException e) {
            throw CommandFailure.wrongUsage("--har '" + file + "' is not a file name: " + e.getReason());
        } catch (NoSuchFileException e) {
            throw CommandFailure.couldNotRun("--har: " + file + ": no such file", e);
        } catch (IOException e) {
            throw CommandFailure.couldNotRun("--har: " + e.getMessage(), e);
        }
    }

    /** The URL that is given, else the browser's. */
    String url(@Nullable BrowserRequest request) {
        if (url != null) {
            return url;
        }
        if (request == null) {
            throw CommandFailure.wrongUsage("a URL is missing, such as ws://localhost:8000/ws");
        }
        return request.url();
    }
}
