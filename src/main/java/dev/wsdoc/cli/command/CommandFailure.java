package dev.wsdoc.cli.command;

import java.util.function.Supplier;

/** Ends a command with an exit code and one line for people. */
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    private CommandFailure(ExitCode exitCode, String line, Throwable cause) {
        super(line, cause);
        this.exitCode = exitCode;
    }

    private CommandFailure(ExitCode exitCode, String line) {
        super(line);
        this.exitCode = exitCode;
    }

    /** It cannot run here and now. */
    public static CommandFailure couldNotRun(String line) {
        return new CommandFailure(ExitCode.COULD_NOT_RUN, line);
    }

    /** It cannot run here and now; {@code --debug} shows the cause. */
    public static CommandFailure couldNotRun(String line, Throwable cause) {
        return new CommandFailure(ExitCode.COULD_NOT_RUN, line, cause);
    }

    /** What was asked for makes no sense. */
    public static CommandFailure wrongUsage(String line) {
        return new CommandFailure(ExitCode.WRONG_USAGE, line);
    }

    /** The user, or the time limit, ended it. */
    public static CommandFailure interrupted(String line) {
        return new CommandFailure(ExitCode.INTERRUPTED, line);
    }

    /** Makes domain objects out of options: an argument that they refuse is wrong usage. */
    public static <T> T checkingUsage(Supplier<T> domain) {
        try {
            return domain.get();
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.WRONG_USAGE, String.valueOf(e.getMessage()), e);
        }
    }

    public ExitCode exitCode() {
        return exitCode;
    }
}
