package dev.wsdoc.cli.chaos;

import dev.wsdoc.model.Target;
import dev.wsdoc.server.Defect;
import dev.wsdoc.server.LogFormat;
import dev.wsdoc.server.LogTarget;
import dev.wsdoc.server.ReferenceServer;
import dev.wsdoc.server.ServerConfig;
import dev.wsdoc.server.ServerLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.event.Level;

/**
 * A reference server in this process, to be examined as a foreign one would be: over its port, with its log in a file.
 * Runs from {@link #admit} to {@link #close}.
 */
final class EmbeddedServer implements AutoCloseable {
    /** Short, so that frozen clients are found in a few seconds; a server in production pings less often. */
    private static final Duration PING_INTERVAL = Duration.ofSeconds(1);

    private static final Duration PONG_TIMEOUT = Duration.ofSeconds(2); // a busy machine keeps clients waiting

    private static final Duration HANDSHAKE_TIMEOUT = Duration.ofSeconds(2);

    private final Path log;
    private final ServerLog serverLog;
    private final ReferenceServer server;
    private boolean keepsLog;

    private EmbeddedServer(Path log, ServerLog serverLog, ReferenceServer server) {
        this.log = log;
        this.serverLog = serverLog;
        this.server = server;
    }

    /** Starts a server on a free port of the loopback address, with everything in its log. */
    static EmbeddedServer admit(Defect defect) throws IOException {
        ServerConfig config = ServerConfig.defaults().withPort(0).withDefect(defect);
        config = config.withTiming(
                config.timing().withPings(PING_INTERVAL, PONG_TIMEOUT).withHandshake(HANDSHAKE_TIMEOUT));
        Path log = KeptLog.create("server");
        ServerLog serverLog = ServerLog.open(new LogTarget.File(log), Level.DEBUG, LogFormat.TEXT);
        try {
            return new EmbeddedServer(log, serverLog, ReferenceServer.start(config, serverLog.logger()));
        } catch (IOException | RuntimeException e) {
            serverLog.close();
            Files.deleteIfExists(log);
            throw e;
        }
    }

    Target target() {
        return Target.parse("ws://127.0.0.1:" + server.port());
    }

    ReferenceServer server() {
        return server;
    }

    Path log() {
        return log;
    }

    /** Lets the log outlive the server, which otherwise takes it along. */
    Path keepLog() {
        keepsLog = true;
        return log;
    }

    @Override
    public void close() throws IOException {
        server.close();
        serverLog.close();
        if (!keepsLog) {
            Files.deleteIfExists(log);
        }
    }
}
