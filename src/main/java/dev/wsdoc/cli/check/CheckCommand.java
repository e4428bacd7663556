package dev.wsdoc.cli.check;

import dev.wsdoc.checkup.Checkup;
import dev.wsdoc.checkup.plan.CheckupPlan;
import dev.wsdoc.checkup.plan.Patience;
import dev.wsdoc.cli.command.CommandContext;
import dev.wsdoc.cli.command.CommandFailure;
import dev.wsdoc.cli.command.ExitCode;
import dev.wsdoc.cli.command.Interruption;
import dev.wsdoc.cli.command.ReportOptions;
import dev.wsdoc.cli.command.Version;
import dev.wsdoc.cli.connection.ConnectionOptions;
import dev.wsdoc.cli.connection.ServerAddresses;
import dev.wsdoc.cli.terminal.ProgressLine;
import dev.wsdoc.model.Target;
import dev.wsdoc.report.Report;
import dev.wsdoc.report.ReportSinks;
import dev.wsdoc.verdict.Verdict;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code wsdoc check}: one connection, examined. */
@Command(
        name = "check",
        header = "Examine one connection to a server: how long each phase takes, and what is wrong with it.",
        description = {
            "Looks up the host, connects to each of its addresses, makes the TLS and the WebSocket handshake, pings, says a"
                    + " text, closes, and comes once more as a page of another site."
        },
        footer = {
            "  wsdoc check wss://example.org/ws",
            "  wsdoc check ws://localhost:8000/ws -n 20 --every 500ms",
            "  wsdoc check wss://example.org/ws --connect-only --json",
            "  wsdoc check wss://example.org/ws --origin https://example.org",
            "  wsdoc check wss://example.org/ws --who-cut-me --up-to 5m"
        })
public final class CheckCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandContext wsdoc;

    @Parameters(paramLabel = "URL", description = "The server to examine, such as ws://localhost:8000/ws.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String url;

    @Mixin
    private final DepthOptions depth = new DepthOptions();

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final ReportOptions reports = new ReportOptions();

    @Override
    public Integer call() throws IOException {
        Target target = CommandFailure.checkingUsage(() -> Target.parse(url));
        depth.refuseContradictions();
        ReportSinks sinks = reports.open(wsdoc.console());
        CheckupPlan plan = plan(target);
        try (Interruption interruption = Interruption.watch()) {
            Report report = examine(plan, interruption);
            sinks.write(report, wsdoc.console().style());
            return exitCode(report, interruption).number();
        }
    }

    private CheckupPlan plan(Target target) {
        long asked = System.nanoTime();
        ServerAddresses routed = connection.addressesOf(target);
        boolean comparesWays = depth.asksWhoCuts() && connection.isRouted();
        ServerAddresses addresses = comparesWays ? ServerAddresses.of(target) : routed;
        double lookupMs = (System.nanoTime() - asked) / 1_000_000.0;
        if (addresses.all().get(0).isUnresolved()) {
            throw CommandFailure.couldNotRun(
                    "cannot connect to " + target + ": no address is known for '" + target.host() + "'");
        }
        return CommandFailure.checkingUsage(() -> depth.plan(
                target,
                addresses.all().stream().map(address -> address.getAddress()).toList(),
                isLookedUp(target) ? (Double) lookupMs : null,
                connection.profile(target, addresses.all().get(0), wsdoc.console()),
                comparesWays ? routed.all().get(0).getAddress() : null));
    }

    /** Addresses need nobody to look them up. */
    private boolean isLookedUp(Target target) {
        return (depth.asksWhoCuts() || !connection.isRouted()) && !target.host().matches("[0-9.]+|.*:.*");
    }

    private Report examine(CheckupPlan plan, Interruption interruption) throws IOException {
        try (ProgressLine progress = new ProgressLine(wsdoc.console(), "wsdoc: ")) {
            Report report = new Checkup(plan, new Patience(interruption::isAsked), progress).run(Version.number());
            Throwable failure = wsdoc.failures().first();
            return failure == null ? report : report.incomplete("wsdoc itself failed: " + failure);
        }
    }

    private static ExitCode exitCode(Report report, Interruption interruption) {
        if (interruption.isAsked()) {
            return ExitCode.INTERRUPTED;
        }
        return report.verdict() == Verdict.HEALTHY ? ExitCode.HEALTHY : ExitCode.NOT_HEALTHY;
    }
}
