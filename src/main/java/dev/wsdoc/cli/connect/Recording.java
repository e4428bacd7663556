package dev.wsdoc.cli.connect;

import dev.wsdoc.cli.command.CommandFailure;
import dev.wsdoc.cli.command.Version;
import dev.wsdoc.model.Target;
import dev.wsdoc.talk.HarRecorder;
import dev.wsdoc.talk.Turn;
import dev.wsdoc.wire.handshake.Header;
import dev.wsdoc.wire.handshake.UpgradeResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code --record} writes down, or nothing. Used by one thread. */
final class Recording implements AutoCloseable {
    private final @Nullable HarRecorder har;

    private Recording(@Nullable HarRecorder har) {
        this.har = har;
    }

    /** @param file null for none */
    static Recording to(@Nullable String file) {
        if (file == null) {
            return new Recording(null);
        }
        try {
            return new Recording(
                    new HarRecorder(new BufferedOutputStream(Files.newOutputStream(Path.of(file))), Version.number()));
        } catch (InvalidPathException e) {
            throw CommandFailure.wrongUsage("--record '" + file + "' is not a file name: " + e.getReason());
        } catch (IOException e) {
            throw CommandFailure.couldNotRun("--record: cannot write " + e.getMessage(), e);
        }
    }

    boolean isWanted() {
        return har != null;
    }

    void begin(Target target, List<Header> headers, Instant at, UpgradeResponse response) throws IOException {
        if (har != null) {
            har.begin(target.toString(), headers, at, response);
        }
    }

    void write(Turn turn) throws IOException {
        if (har != null) {
            har.write(turn);
        }
    }

    @Override
    public void close() throws IOException {
        if (har != null) {
            har.close();
        }
    }
}
