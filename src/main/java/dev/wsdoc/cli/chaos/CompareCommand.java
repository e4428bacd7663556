package dev.wsdoc.cli.chaos;

import dev.wsdoc.chaos.Chaos;
import dev.wsdoc.chaos.plan.CannotRunException;
import dev.wsdoc.chaos.plan.Capacity;
import dev.wsdoc.chaos.plan.ChaosPlan;
import dev.wsdoc.chaos.plan.EvidencePlan;
import dev.wsdoc.cli.command.CommandContext;
import dev.wsdoc.cli.command.CommandFailure;
import dev.wsdoc.cli.command.ExitCode;
import dev.wsdoc.cli.command.Interruption;
import dev.wsdoc.cli.command.Version;
import dev.wsdoc.cli.terminal.ProgressLine;
import dev.wsdoc.fault.Fault;
import dev.wsdoc.model.Target;
import dev.wsdoc.report.Comparison;
import dev.wsdoc.report.Comparison.Side;
import dev.wsdoc.report.ComparisonText;
import dev.wsdoc.report.JsonText;
import dev.wsdoc.report.LogFigures;
import dev.wsdoc.report.Report;
import dev.wsdoc.server.Defect;
import dev.wsdoc.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code wsdoc compare}: the same chaos on the reference server before and after its cure. */
@Command(
        name = "compare",
        header = "Make the same chaos on the server in its 'before' state and on the healthy one, side by side.",
        description =
                "Both servers run in this process, one after the other. The exit code is that of the healthy one.",
        footer = {"  wsdoc compare --abrupt 100", "  wsdoc compare --drop 50 --half-close 50 --json"})
public final class CompareCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandContext wsdoc;

    @Mixin
    private final FaultOptions faults = new FaultOptions();

    @Mixin
    private final ExperimentOptions experiment = new ExperimentOptions();

    @Option(names = "--json", description = "Print the comparison as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Warmup.begin();
        Map<Fault, Integer> victims = faults.victims();
        long seed = experiment.seed();
        try (Interruption interruption = Interruption.watch()) {
            Side before = side("before", Defect.BEFORE, victims, seed, interruption);
            Side after = side("after", Defect.NONE, victims, seed, interruption);
            print(Comparison.of(seed, before, after));
            return (after.verdict() == Verdict.HEALTHY ? ExitCode.HEALTHY : ExitCode.NOT_HEALTHY).number();
        } catch (CannotRunException e) {
            throw CommandFailure.couldNotRun(String.valueOf(e.getMessage()), e);
        }
    }

    private void print(Comparison comparison) {
        if (json) {
            wsdoc.console().out().print(JsonText.of(comparison));
        } else {
            ComparisonText.lines(comparison, wsdoc.console().style())
                    .forEach(wsdoc.console().out()::println);
        }
    }

    private Side side(String name, Defect defect, Map<Fault, Integer> victims, long seed, Interruption interruption)
            throws IOException, CannotRunException {
        ChaosPlan draft =
                plan(Target.parse("ws://127.0.0.1:1"), victims, seed, EvidencePlan.ofServerHere(Path.of("-")));
        Capacity.ofThisProcess().require(draft.target(), draft.sockets(), 2);
        try (EmbeddedServer server = EmbeddedServer.admit(defect);
                ProgressLine progress = new ProgressLine(wsdoc.console(), "wsdoc: " + name + ": ")) {
            ChaosPlan plan = plan(server.target(), victims, seed, EvidencePlan.ofServerHere(server.log()));
            Report report = new Chaos(plan, new RealClock(interruption), progress).run(Version.number());
            if (interruption.isAsked()) {
                throw CommandFailure.interrupted("interrupted, so there is nothing to compare");
            }
            if (wsdoc.failures().first() != null) {
                throw CommandFailure.couldNotRun("wsdoc itself failed, so there is nothing to compare");
            }
            if (report.interrupted()) {
                throw CommandFailure.couldNotRun("the time limit (--timeout) is over, so there is nothing to compare");
            }
            return side(name, report, server);
        }
    }

    private ChaosPlan plan(Target target, Map<Fault, Integer> victims, long seed, EvidencePlan evidence) {
        return CommandFailure.checkingUsage(() -> new ChaosPlan(
                target,
                victims,
                experiment.bystanders(),
                ChaosPlan.Echo.UNKNOWN,
                experiment.limits(),
                experiment.strictness(),
                seed,
                evidence));
    }

    private static Side side(String name, Report report, EmbeddedServer server) {
        LogFigures log = report.log();
        return new Side(
                name,
                report.verdict(),
                log == null ? Map.of() : log.byLevel(),
                log == null ? 0 : log.unexpectedErrorLines(),
                server.server().stats().retries().attempted(),
                server.server().stats().totalConnections(),
                report.faults());
    }
}
