package dev.wsdoc.cli.command;

/** How a command ends; the same for all of them. */
public enum ExitCode {
    /** Done, and what was examined is healthy. */
    HEALTHY(0),
    /** It could not run: unreachable, I/O. */
    COULD_NOT_RUN(1),
    /** The command line is wrong. */
    WRONG_USAGE(2),
    /** Examined, and not healthy. */
    NOT_HEALTHY(3),
    /** Ctrl-C. */
    INTERRUPTED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** What the process ends with. */
    public int number() {
        return number;
    }
}
