package dev.wsdoc.cli.command;

import dev.wsdoc.cli.terminal.Console;

/** What every command has of the {@code wsdoc} command that it belongs to. */
public interface CommandContext {
    /** Where it writes. */
    Console console();
}
