package dev.wsdoc.cli;

import dev.wsdoc.cli.command.CommandFailure;
import dev.wsdoc.cli.command.ExitCode;
import dev.wsdoc.cli.command.Suggestion;
import dev.wsdoc.model.Secrets;
import dev.wsdoc.report.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The one place where errors become a line on stderr and an exit code; stack traces appear only when asked for. */
final class ErrorReporter implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final Main main;

    ErrorReporter(Main main) {
        this.main = main;
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        String hint = " (see '" + command.getCommandSpec().qualifiedName() + " --help')";
        tell(command.getErr(), lower(usageLine(e)) + hint, e);
        return ExitCode.WRONG_USAGE.number();
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        return handle(e, command.getErr()).number();
    }

    /** Bugs of ours, and errors such as exhausted memory, are only noted: {@link Main} tells of them once the run is over. */
    ExitCode handle(Throwable e, PrintWriter err) {
        if (e instanceof CommandFailure failure) {
            tellUnlessFailed(err, String.valueOf(failure.getMessage()), e);
            return failure.exitCode();
        }
        if (e instanceof IOException || e instanceof UncheckedIOException) {
            tellUnlessFailed(err, line(e), e);
        } else {
            main.failures().take(e);
        }
        return ExitCode.COULD_NOT_RUN;
    }

    /** Where wsdoc itself failed, that is why: it is told once, at the end. */
    private void tellUnlessFailed(PrintWriter err, String line, Throwable cause) {
        if (main.failures().first() == null) {
            tell(err, line, cause);
        }
    }

    /** Tells in one line what failed within wsdoc itself. */
    void tellFailure(Throwable failure, int count, PrintWriter err) {
        tell(err, line(failure) + (count > 1 ? " (the first of " + count + " failures)" : ""), failure);
    }

    private static String line(Throwable e) {
        if (e instanceof UncheckedIOException && e.getCause() != null) {
            return line(e.getCause());
        }
        if (e instanceof IOException) {
            return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        }
        if (e instanceof OutOfMemoryError) {
            return "out of memory; give it more with WSDOC_JAVA_OPTS=-Xmx2g";
        }
        return "internal error: " + e + "; please report it with what --debug prints";
    }

    private void tell(PrintWriter err, String line, Throwable cause) {
        err.println("wsdoc: " + Printable.line(line));
        if (main.showsStackTraces()) {
            StringWriter trace = new StringWriter();
            cause.printStackTrace(new PrintWriter(trace));
            err.print(Secrets.mask(trace.toString()));
        }
        err.flush();
    }

    private static String usageLine(ParameterException e) {
        if (!(e instanceof UnmatchedArgumentException unmatched)) {
            return String.valueOf(e.getMessage());
        }
        String word = unmatched.getUnmatched().get(0);
        CommandSpec command = e.getCommandLine().getCommandSpec();
        if (unmatched.isUnknownOption()) {
            String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
            return "unknown option '" + name + "'"
                    + Suggestion.question(name, command.optionsMap().keySet());
        }
        return command.subcommands().isEmpty()
                ? "unexpected argument '" + word + "'"
                : "unknown command '" + word + "'"
                        + Suggestion.question(word, command.subcommands().keySet());
    }

    private static String lower(String line) {
        return line.isEmpty() ? line : Character.toLowerCase(line.charAt(0)) + line.substring(1);
    }
}
