package dev.wsdoc.cli.serve;

import dev.wsdoc.cli.command.CommandContext;
import dev.wsdoc.cli.command.CommandFailure;
import dev.wsdoc.cli.command.DefectOption;
import dev.wsdoc.cli.command.ExitCode;
import dev.wsdoc.cli.command.Version;
import dev.wsdoc.server.Defect;
import dev.wsdoc.server.ReferenceServer;
import dev.wsdoc.server.ServerConfig;
import dev.wsdoc.server.ServerLog;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code wsdoc serve}: the reference server, until a signal or an interrupt of the command's thread ends it. */
@Command(
        name = "serve",
        header = "Run the reference server: a WebSocket server that handles dying clients right, or wrong on purpose.",
        description = "Ctrl-C and SIGTERM close every connection with 1001 within 5 s; the exit code is then 0.",
        footer = {
            "  wsdoc serve",
            "  wsdoc serve --port 0 --log-file server.log --log-level DEBUG",
            "  wsdoc serve --defect list",
            "  wsdoc serve --defect no-sweep --ping-interval 2s --max-message-size 64k"
        })
public final class ServeCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandContext wsdoc;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "Address to listen on (default: ${DEFAULT-VALUE}, this machine only; 0.0.0.0 for all).")
    @SuppressWarnings("NullAway.Init") // picocli sets the default
    private String host;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8000",
            description = "Port to listen on, 0 for any free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Mixin
    private final DefectOption defect = new DefectOption();

    @Mixin
    private final LogOptions log = new LogOptions();

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Override
    public Integer call() throws IOException {
        if (defect.asksForList()) {
            DefectOption.list(wsdoc.console().style()).forEach(wsdoc.console().out()::println);
            return ExitCode.HEALTHY.number();
        }
        ServerConfig config = CommandFailure.checkingUsage(() ->
                server.config(wsdoc.console()).withHost(host).withPort(port).withDefect(defect.defect()));
        try (ServerLog opened = log.open(wsdoc.console().err());
                ReferenceServer running = start(config, opened.logger())) {
            wsdoc.failures().tell(wsdoc::tell);
            announce(running, config);
            serve(running, opened);
        }
        return ExitCode.HEALTHY.number();
    }

    private static ReferenceServer start(ServerConfig config, Logger log) throws IOException {
        String at = "port " + config.port() + " of " + config.host();
        try {
            return ReferenceServer.start(config, log);
        } catch (UnknownHostException e) {
            throw CommandFailure.couldNotRun("cannot listen: there is no host '" + config.host() + "'", e);
        } catch (BindException e) {
            String reason = String.valueOf(e.getMessage());
            boolean isTaken = reason.contains("in use");
            throw CommandFailure.couldNotRun(
                    isTaken
                            ? at + " is in use; choose another with --port, or --port 0 for any free one"
                            : "cannot listen on " + at + ": " + reason,
                    e);
        }
    }

    /** On stdout, so that a script can learn the port; flushed by each line. */
    private void announce(ReferenceServer running, ServerConfig config) {
        PrintWriter out = wsdoc.console().out();
        String at = reachable(running.address().getAddress()) + ":" + running.port();
        out.println("wsdoc reference server " + Version.number() + " on http://" + at);
        out.println("  ws://" + at + "/ws/customer/{session}   to everyone in the session, and to the admins");
        out.println("  ws://" + at + "/ws/admin                to every customer");
        out.println("  ws://" + at + "/ws/echo                 back to the sender");
        out.println("  http://" + at + "/api/debug/websocket-status");
        if (config.defect() != Defect.NONE) {
            out.println((config.defect().isHealthy() ? "On purpose: " : "Sick on purpose: ")
                    + config.defect().label() + ", "
                    + config.defect().explanation());
        }
    }

    private static String reachable(InetAddress address) {
        String text = address.isAnyLocalAddress() ? "localhost" : address.getHostAddress();
        return text.contains(":") ? "[" + text + "]" : text;
    }

    /** Blocks. A signal ends the process from within the hook, so that the exit code is 0 and not 143 or 130. */
    private static void serve(ReferenceServer running, ServerLog log) {
        Thread hook = new Thread(
                () -> {
                    running.close();
                    log.close();
                    Runtime.getRuntime().halt(ExitCode.HEALTHY.number());
                },
                "wsdoc-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
