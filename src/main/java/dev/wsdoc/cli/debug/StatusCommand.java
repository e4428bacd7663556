package dev.wsdoc.cli.debug;

import dev.wsdoc.cli.command.CommandContext;
import dev.wsdoc.cli.command.CommandFailure;
import dev.wsdoc.cli.command.ExitCode;
import dev.wsdoc.evidence.Answer;
import dev.wsdoc.evidence.DebugEndpoint;
import dev.wsdoc.model.ServerStats;
import dev.wsdoc.report.Printable;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code wsdoc status}: what a server says of its connections. Unhealthy when its counts do not balance. */
@Command(
        name = "status",
        header =
                "Show what a server says of its connections: what is stale and why, errors, sweeps, retries, removals.",
        description = "Ends with 3 when the counts do not balance: opened = live + stale + removed.",
        footer = {
            "  wsdoc status",
            "  wsdoc status ws://localhost:8000/ws/echo --connections",
            "  wsdoc status --json | jq .stale_connections"
        })
public final class StatusCommand implements Callable<Integer> {
    private static final int MOST_LISTED = 10_000;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandContext wsdoc;

    @Mixin
    private final DebugOptions options = new DebugOptions();

    @Option(names = "--connections", description = "List all connections, not only stale ones.")
    private boolean all;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "List at most N connections, 0 to 10000 (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Override
    public Integer call() {
        if (limit < 0 || limit > MOST_LISTED) {
            throw CommandFailure.wrongUsage("--limit " + limit + " is not between 0 and " + MOST_LISTED);
        }
        DebugEndpoint endpoint = options.endpoint(wsdoc.console());
        boolean listsAll = all || options.wantsJson();
        Answer.Given<ServerStats> answer =
                options.require(listsAll ? endpoint.status(0, limit) : endpoint.stale(0, limit));
        ServerStats stats = answer.value();
        PrintWriter out = wsdoc.console().out();
        if (options.wantsJson()) {
            out.print(DebugOptions.json(answer.json()));
        } else {
            new StatusText(stats, wsdoc.console().style(), options.server())
                    .lines()
                    .forEach(out::println);
        }
        Balance balance = Balance.of(stats);
        if (!balance.holds()) {
            wsdoc.console().err().println("wsdoc: " + Printable.line(options.server() + ": " + balance.complaint()));
            return ExitCode.NOT_HEALTHY.number();
        }
        return ExitCode.HEALTHY.number();
    }
}
