package dev.wsdoc.cli.chaos;

import dev.wsdoc.chaos.plan.EvidencePlan;
import dev.wsdoc.cli.chaos.EvidenceSearch.Kind;
import dev.wsdoc.cli.command.CommandFailure;
import dev.wsdoc.cli.convert.Secret;
import dev.wsdoc.cli.convert.SecretConverter;
import dev.wsdoc.cli.terminal.Console;
import dev.wsdoc.evidence.CommandTail;
import dev.wsdoc.evidence.LogFollower;
import dev.wsdoc.evidence.LogSource;
import dev.wsdoc.evidence.ServerProcess;
import dev.wsdoc.evidence.StreamTail;
import dev.wsdoc.net.tls.Tls;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the server can be heard of: its logs, its process, its status page. */
final class EvidenceOptions {
    private static final String STANDARD_INPUT = "-";

    @Option(
            names = "--exec",
            paramLabel = "COMMAND",
            description = "Start the server with this shell command, take its output as its log and its process for the"
                    + " figures, and end it with everything it started afterwards. Of its output, the beginning and the"
                    + " end are kept where something is wrong: 64 MB at the most, for a day.")
    private @Nullable String command;

    @Option(
            names = "--ready-within",
            paramLabel = "TIME",
            defaultValue = "30s",
            description = "How long the server of --exec may take to accept connections (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets the default
    private Duration readyWithin;

    @Option(
            names = "--pid",
            paramLabel = "N",
            description = "The process that the server runs in; its descendants count too (default: that of --exec, or"
                    + " whoever on this machine listens on the URL's port; Linux only).")
    private @Nullable Long pid;

    @Option(names = "--no-process", description = "Leave the server's process out, and do not look for it.")
    private boolean noProcess;

    @Option(
            names = "--log",
            paramLabel = "FILE",
            description = "The server's log on this machine, followed from its end; '-' is stdin. May be given more"
                    + " than once. A file that does not exist yet is waited for (default: the files that take the output of"
                    + " the server's process, and the .log files that it has open; Linux only).")
    private List<String> logs = List.of();

    @Option(
            names = "--log-command",
            paramLabel = "COMMAND",
            description = "A shell command that writes the server's log, such as 'docker logs -f --tail 0 app'. May be"
                    + " given more than once.")
    private List<String> logCommands = List.of();

    @Option(names = "--no-log", description = "Audit no log that is not named, the output of --exec neither.")
    private boolean noLog;

    @Mixin
    private final CountOptions counts = new CountOptions();

    @Option(
            names = "--token",
            paramLabel = "TOKEN|@FILE",
            converter = SecretConverter.class,
            description =
                    "Bearer token of the debug endpoints. From a file with @FILE, else from the variable WSDOC_TOKEN,"
                            + " so that ps does not show it.")
    private @Nullable Secret token;

    /** What starts the server; null when it runs already. */
    @Nullable
    String command() {
        return command;
    }

    Duration readyWithin() {
        if (readyWithin.isZero()) {
            throw CommandFailure.wrongUsage("--ready-within is 0, it must be longer");
        }
        return readyWithin;
    }

    /** The embedded server has its own log, and lives in wsdoc's own process. */
    void refuseWithoutUrl() {
        if (command != null) {
            throw CommandFailure.wrongUsage("--exec starts a server, but no URL is given; name the one that it will"
                    + " serve, such as ws://localhost:8000/ws");
        }
        if (!logs.isEmpty() || !logCommands.isEmpty()) {
            String log = logs.isEmpty() ? "--log-command " + logCommands.get(0) : "--log " + logs.get(0);
            throw CommandFailure.wrongUsage(
                    log + " names the log of a server, but no URL is given; the embedded server has its own log");
        }
        if (counts.isAsked()) {
            throw CommandFailure.wrongUsage(
                    "--status-url and --metrics-url are a server's, but no URL is given; the embedded server has its own");
        }
        if (noProcess || noLog) {
            throw CommandFailure.wrongUsage((noProcess ? "--no-process" : "--no-log")
                    + " is for a server that runs elsewhere, but no URL is given");
        }
        if (pid != null) {
            throw CommandFailure.wrongUsage("--pid " + pid
                    + " names the process of a server, but no URL is given; the embedded server runs in this process");
        }
    }

    /**
     * For a server that runs already.
     *
     * @param tls how to speak with its pages
     * @param address where it is to be found
     * @param console whose environment may have the token
     * @throws IOException when there is no process of that number
     */
    EvidencePlan plan(Tls tls, InetSocketAddress address, Console console) throws IOException {
        EvidencePlan plan = named(tls, console);
        return pid == null
                ? search(plan).byPort(address)
                : search(plan.withProcess(ServerProcess.of(pid))).byProcess(ServerProcess.of(pid));
    }

    /** For one that was started. */
    EvidencePlan plan(LaunchedServer server, Tls tls, Console console) throws IOException {
        ServerProcess process = pid == null ? server.process() : ServerProcess.of(pid);
        List<LogSource> all = new ArrayList<>();
        if (!noLog) {
            all.add(() -> server.output().tail("the server's output"));
        }
        all.addAll(sources());
        EvidencePlan plan = named(tls, console).withLogs(all);
        return search(noProcess ? plan : plan.withProcess(process))
                .besides(server.output().file(), process);
    }

    private EvidencePlan named(Tls tls, Console console) {
        if (noProcess && pid != null) {
            throw CommandFailure.wrongUsage("--no-process leaves the process out that --pid " + pid + " names");
        }
        return EvidencePlan.ofLogs(sources())
                .withToken(Secret.textOf(token, "WSDOC_TOKEN", console))
                .withCounts(counts.source(tls))
                .withNumbers(counts.page(tls));
    }

    private EvidenceSearch search(EvidencePlan plan) {
        Set<Kind> wanted = EnumSet.noneOf(Kind.class);
        if (!noProcess && pid == null) {
            wanted.add(Kind.PROCESS);
        }
        if (!noLog && logs.isEmpty() && logCommands.isEmpty()) {
            wanted.add(Kind.LOG);
        }
        return new EvidenceSearch(plan, wanted);
    }

    private List<LogSource> sources() {
        List<LogSource> sources = new ArrayList<>();
        logs.forEach(log -> sources.add(source(log)));
        logCommands.forEach(line -> sources.add(() -> CommandTail.start(line)));
        return sources;
    }

    private static LogSource source(String log) {
        if (log.equals(STANDARD_INPUT)) {
            return () -> StreamTail.of("stdin", System.in);
        }
        try {
            Path file = Path.of(log);
            return () -> LogFollower.whenThere(file);
        } catch (InvalidPathException e) {
            throw CommandFailure.wrongUsage("--log '" + log + "' is not a file name: " + e.getReason());
        }
    }
}
