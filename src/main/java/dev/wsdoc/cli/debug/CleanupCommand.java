package dev.wsdoc.cli.debug;

import dev.wsdoc.cli.command.CommandContext;
import dev.wsdoc.cli.command.ExitCode;
import dev.wsdoc.evidence.Answer;
import dev.wsdoc.model.CleanupAnswer;
import dev.wsdoc.model.CleanupAnswer.CurrentStats;
import dev.wsdoc.report.Amount;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code wsdoc cleanup}: lets a server remove its stale connections now. */
@Command(
        name = "cleanup",
        header = "Let a server remove its stale connections now.",
        footer = {"  wsdoc cleanup", "  wsdoc cleanup ws://localhost:8000/ws/echo --json"})
public final class CleanupCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandContext wsdoc;

    @Mixin
    private final DebugOptions options = new DebugOptions();

    @Override
    public Integer call() {
        Answer.Given<CleanupAnswer> answer =
                options.require(options.endpoint(wsdoc.console()).cleanup());
        PrintWriter out = wsdoc.console().out();
        if (options.wantsJson()) {
            out.print(DebugOptions.json(answer.json()));
        } else {
            out.println("Cleaned up " + Amount.of(answer.value().staleConnectionsCleaned(), "stale connection"));
            out.println("Now listed: " + counts(answer.value().currentStats()));
        }
        return ExitCode.HEALTHY.number();
    }

    private static String counts(CurrentStats now) {
        return String.join(
                ", ",
                Amount.of(now.totalConnections(), "connection"),
                Amount.of(now.customerConnections(), "customer"),
                Amount.of(now.adminConnections(), "admin"),
                Amount.of(now.activeSessions(), "session"));
    }
}
