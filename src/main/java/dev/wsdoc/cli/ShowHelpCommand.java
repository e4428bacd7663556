package dev.wsdoc.cli;

import dev.wsdoc.cli.command.ExitCode;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code wsdoc help}: the same text as {@code --help}. picocli's own has a --help of its own, which ours would clash with. */
@Command(
        name = "help",
        header = "Show the help of a command.",
        helpCommand = true,
        footer = {"  wsdoc help", "  wsdoc help serve"})
final class ShowHelpCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The command; without one, all of them.")
    private @Nullable String command;

    @Override
    public Integer call() {
        CommandLine all = spec.commandLine().getParent();
        CommandLine wanted = command == null ? all : all.getSubcommands().get(command);
        if (wanted == null) {
            throw new UnmatchedArgumentException(all, List.of(command));
        }
        wanted.usage(wanted.getOut());
        return ExitCode.HEALTHY.number();
    }
}
