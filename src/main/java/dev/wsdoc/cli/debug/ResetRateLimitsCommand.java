package dev.wsdoc.cli.debug;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wsdoc.cli.command.CommandContext;
import dev.wsdoc.cli.command.ExitCode;
import dev.wsdoc.evidence.Answer;
import dev.wsdoc.report.Printable;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code wsdoc reset-rate-limits}: lets a server forget who went too fast. */
@Command(
        name = "reset-rate-limits",
        header = "Let a server refill its rate limits and zero its refusal counts.",
        footer = {"  wsdoc reset-rate-limits", "  wsdoc reset-rate-limits http://localhost:8000 --json"})
public final class ResetRateLimitsCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandContext wsdoc;

    @Mixin
    private final DebugOptions options = new DebugOptions();

    @Override
    public Integer call() {
        Answer.Given<JsonNode> answer =
                options.require(options.endpoint(wsdoc.console()).resetRateLimits());
        PrintWriter out = wsdoc.console().out();
        if (options.wantsJson()) {
            out.print(DebugOptions.json(answer.json()));
        } else {
            String message = answer.value().path("message").asText("");
            out.println(message.isEmpty() ? "Rate limits reset" : Printable.line(message));
        }
        return ExitCode.HEALTHY.number();
    }
}
