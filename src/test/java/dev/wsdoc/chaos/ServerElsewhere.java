package dev.wsdoc.chaos;

import static org.awaitility.Awaitility.await;

import dev.wsdoc.cli.Main;
import dev.wsdoc.evidence.ServerProcess;
import dev.wsdoc.model.Target;
import dev.wsdoc.server.ServerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A reference server in a process of its own, its output in a file. From {@link #start} to {@link #close}. */
final class ServerElsewhere implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile(" on http://(127[.]0[.]0[.]1:[0-9]+)\\n");

    private final Process process;
    private final Path output;

    private ServerElsewhere(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Returns once it listens; of the configuration, defect and pings are heeded. */
    static ServerElsewhere start(ServerConfig config, Path output) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "serve",
                "--port=0",
                "--log-level=DEBUG",
                "--defect=" + config.defect().label(),
                "--ping-interval=" + config.timing().pingInterval().toMillis() + "ms",
                "--pong-timeout=" + config.timing().pongTimeout().toMillis() + "ms");
        ServerElsewhere server = new ServerElsewhere(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start(),
                output);
        await().until(() -> !server.address().isEmpty());
        return server;
    }

    private String address() throws IOException {
        Matcher line = ADDRESS.matcher(Files.readString(output));
        return line.find() ? line.group(1) : "";
    }

    Target target() throws IOException {
        return Target.parse("ws://" + address());
    }

    ServerProcess process() {
        return ServerProcess.of(process);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
