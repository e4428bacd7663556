package dev.wsdoc.cli.command;

import dev.wsdoc.cli.terminal.Console;

/** What every command has of the {@code wsdoc} command that it belongs to. */
public interface CommandContext {
    /** Where it writes. */
    Console console();

    /** What failed within wsdoc itself so far. */
    OwnFailures failures();

    /** Tells of one at once, for a command that does not end by itself. Any thread. */
    void tell(Throwable failure);
}
